//! A server on loopback that fails on purpose, step by step.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// One thing that the server does with a connection.
#[derive(Clone)]
pub(crate) enum Step {
    Write(Vec<u8>),
    /// Writes byte by byte, with this pause before each.
    Trickle(Vec<u8>, Duration),
    Pause(Duration),
    /// Says nothing more until the client hangs up.
    Hang,
    Close,
    Reset,
}

/// What the server does with one request. A connection without `Close`, `Reset` or `Hang` is kept.
#[derive(Clone)]
pub(crate) struct Exchange {
    unread: bool,
    steps: Vec<Step>,
}

/// Waits for a request, then does this.
pub(crate) fn play(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: false, steps: steps.into() }
}

/// Does this with a new connection, without reading from it.
pub(crate) fn unread(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: true, steps: steps.into() }
}

/// Sends these bytes as they are and keeps the connection.
pub(crate) fn bytes(bytes: impl Into<Vec<u8>>) -> Exchange {
    play([Step::Write(bytes.into())])
}

/// A whole answer.
pub(crate) fn whole(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let mut bytes = head(status, headers, body.as_ref().len());
    bytes.extend_from_slice(body.as_ref());
    bytes
}

/// The head of an answer that announces a body of this length.
pub(crate) fn head(status: u16, headers: &str, length: usize) -> Vec<u8> {
    format!("HTTP/1.1 {status} X\r\nRequest-Id: req_1\r\n{headers}Content-Length: {length}\r\n\r\n").into()
}

/// A request as the server read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) line: String,
    pub(crate) key: Option<String>,
    pub(crate) body: Vec<u8>,
}

#[derive(Default)]
struct Shared {
    plays: Mutex<VecDeque<Exchange>>,
    seen: Mutex<Vec<Seen>>,
    open: AtomicUsize,
    most: AtomicUsize,
    opened: AtomicUsize,
    hung_up: AtomicUsize,
    otherwise: Vec<u8>,
    busy: Duration,
}

/// The server; it ends when it is dropped.
pub(crate) struct Server {
    pub(crate) address: String,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Plays these one after the other, one for each request; later requests get this answer.
    pub(crate) fn start(
        plays: impl IntoIterator<Item = Exchange>,
        otherwise: Vec<u8>,
    ) -> Self {
        Self::slow(plays, otherwise, Duration::ZERO)
    }

    /// The same, but each later request takes so long.
    pub(crate) fn slow(
        plays: impl IntoIterator<Item = Exchange>,
        otherwise: Vec<u8>,
        busy: Duration,
    ) -> Self {
        let plays = Mutex::new(plays.into_iter().collect());
        let shared = Arc::new(Shared { plays, otherwise, busy, ..Default::default() });
        let mut runtime = Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        runtime.spawn(accept(listener, Arc::clone(&shared)));
        Self { address, shared, runtime: Some(runtime) }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// How many connections there were, in all and at the same time.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let load = |count: &AtomicUsize| count.load(Ordering::SeqCst);
        (load(&self.shared.opened), load(&self.shared.most))
    }

    /// How many connections that hung the client has closed.
    pub(crate) fn hung_up(&self) -> usize {
        self.shared.hung_up.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test may drop it in an asynchronous context, where waiting is not allowed.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let listener = TcpListener::from_std(listener).unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        shared.opened.fetch_add(1, Ordering::SeqCst);
        let open = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
        shared.most.fetch_max(open, Ordering::SeqCst);
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            // What the client has broken off is no failure of the server.
            let _ = serve(stream, &shared).await;
            shared.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

async fn serve(mut stream: TcpStream, shared: &Shared) -> Option<()> {
    let first = {
        let mut plays = shared.plays.lock().unwrap();
        if plays.front().is_some_and(|play| play.unread) {
            plays.pop_front()
        } else {
            None
        }
    };
    if let Some(play) = first {
        perform(&mut stream, play.steps, shared).await?;
    }
    loop {
        let seen = request(&mut stream).await?;
        shared.seen.lock().unwrap().push(seen);
        let play = shared.plays.lock().unwrap().pop_front();
        let steps = match play {
            Some(play) => play.steps,
            None => {
                vec![Step::Pause(shared.busy), Step::Write(shared.otherwise.clone())]
            }
        };
        perform(&mut stream, steps, shared).await?;
    }
}

/// Gives nothing when the connection is over.
async fn perform(
    stream: &mut TcpStream,
    steps: Vec<Step>,
    shared: &Shared,
) -> Option<()> {
    for step in steps {
        match step {
            Step::Write(bytes) => stream.write_all(&bytes).await.ok()?,
            Step::Trickle(bytes, pause) => {
                for byte in bytes {
                    tokio::time::sleep(pause).await;
                    stream.write_all(&[byte]).await.ok()?;
                }
            }
            Step::Pause(time) => tokio::time::sleep(time).await,
            Step::Hang => {
                while matches!(stream.read(&mut [0; 64]).await, Ok(1..)) {}
                shared.hung_up.fetch_add(1, Ordering::SeqCst);
                return None;
            }
            Step::Close => return None,
            Step::Reset => {
                stream.set_zero_linger().unwrap();
                return None;
            }
        }
    }
    Some(())
}

pub(crate) async fn request(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let mut body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).unwrap();
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let headers: Vec<_> = lines.filter_map(|line| line.split_once(": ")).collect();
    let header = |name: &str| {
        let found = headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| (*value).to_owned())
    };
    let length = header("content-length").map_or(0, |text| text.parse().unwrap());
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Seen { line, key: header("idempotency-key"), body })
}
