//! A server on the loopback interface that fails on purpose.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// One step of the server on a connection.
#[derive(Clone)]
pub(crate) enum Step {
    Write(Vec<u8>),
    /// Sends byte by byte, with this pause before each byte.
    Trickle(Vec<u8>, Duration),
    Pause(Duration),
    /// Sends nothing more until the client closes the connection.
    Hang,
    Close,
    Reset,
}

/// The server's reaction to one request. Without `Close`, `Reset` or `Hang` the
/// connection stays open.
#[derive(Clone)]
pub(crate) struct Exchange {
    unread: bool,
    steps: Vec<Step>,
}

/// Performs the steps after a request has arrived.
pub(crate) fn exchange(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: false, steps: steps.into() }
}

/// Performs the steps on a new connection, without reading from it.
pub(crate) fn unread(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: true, steps: steps.into() }
}

/// Sends these bytes and keeps the connection open.
pub(crate) fn bytes(bytes: impl Into<Vec<u8>>) -> Exchange {
    exchange([Step::Write(bytes.into())])
}

/// Returns a complete response.
pub(crate) fn full_response(
    status: u16,
    headers: &str,
    body: impl AsRef<[u8]>,
) -> Vec<u8> {
    let mut bytes = head(status, headers, body.as_ref().len());
    bytes.extend_from_slice(body.as_ref());
    bytes
}

/// Returns the head of a response that announces a body of this length.
pub(crate) fn head(status: u16, headers: &str, length: usize) -> Vec<u8> {
    format!("HTTP/1.1 {status} X\r\nRequest-Id: req_1\r\n{headers}Content-Length: {length}\r\n\r\n").into()
}

/// A request as received by the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) line: String,
    pub(crate) key: Option<String>,
    pub(crate) body: Vec<u8>,
}

#[derive(Default)]
struct Shared {
    exchanges: Mutex<VecDeque<Exchange>>,
    seen: Mutex<Vec<Seen>>,
    open: AtomicUsize,
    max_open: AtomicUsize,
    opened: AtomicUsize,
    closed_by_client: AtomicUsize,
    /// What the connections before this number do with any further request.
    stale: Mutex<Option<(usize, Step)>>,
    default_response: Vec<u8>,
    delay: Duration,
}

/// The server, which stops when it is dropped.
pub(crate) struct Server {
    pub(crate) address: String,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Performs the exchanges one after the other, one for each request; later requests
    /// get the default response.
    pub(crate) fn start(
        exchanges: impl IntoIterator<Item = Exchange>,
        default_response: Vec<u8>,
    ) -> Self {
        Self::slow(exchanges, default_response, Duration::ZERO)
    }

    /// Like [`Server::start`], with a delay before each default response.
    pub(crate) fn slow(
        exchanges: impl IntoIterator<Item = Exchange>,
        default_response: Vec<u8>,
        delay: Duration,
    ) -> Self {
        let exchanges = Mutex::new(exchanges.into_iter().collect());
        let shared = Arc::new(Shared {
            exchanges,
            default_response,
            delay,
            ..Default::default()
        });
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

    /// Lets all connections that are open now perform this step on any further request.
    pub(crate) fn make_stale(&self, step: Step) {
        let opened = self.shared.opened.load(Ordering::SeqCst);
        *self.shared.stale.lock().unwrap() = Some((opened, step));
    }

    /// Returns the number of connections: the total and the maximum at the same time.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let load = |count: &AtomicUsize| count.load(Ordering::SeqCst);
        (load(&self.shared.opened), load(&self.shared.max_open))
    }

    /// Returns the number of hanging connections that the client has closed.
    pub(crate) fn closed_by_client(&self) -> usize {
        self.shared.closed_by_client.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test may drop the server in an asynchronous context, where blocking is not
        // allowed.
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
        let number = shared.opened.fetch_add(1, Ordering::SeqCst);
        let open = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
        shared.max_open.fetch_max(open, Ordering::SeqCst);
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            // A connection that the client closes early is not an error.
            let _ = serve(stream, &shared, number).await;
            shared.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

async fn serve(mut stream: TcpStream, shared: &Shared, number: usize) -> Option<()> {
    let first = {
        let mut exchanges = shared.exchanges.lock().unwrap();
        if exchanges.front().is_some_and(|exchange| exchange.unread) {
            exchanges.pop_front()
        } else {
            None
        }
    };
    if let Some(exchange) = first {
        perform(&mut stream, exchange.steps, shared).await?;
    }
    loop {
        let seen = request(&mut stream).await?;
        shared.seen.lock().unwrap().push(seen);
        let stale = shared.stale.lock().unwrap().clone();
        if let Some((_, step)) = stale.filter(|(opened, _)| number < *opened) {
            perform(&mut stream, vec![step], shared).await?;
        }
        let exchange = shared.exchanges.lock().unwrap().pop_front();
        let steps = match exchange {
            Some(exchange) => exchange.steps,
            None => {
                vec![
                    Step::Pause(shared.delay),
                    Step::Write(shared.default_response.clone()),
                ]
            }
        };
        perform(&mut stream, steps, shared).await?;
    }
}

/// Returns `None` if the connection must be closed.
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
                shared.closed_by_client.fetch_add(1, Ordering::SeqCst);
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
    let length = header("content-length").map_or(0, |length| length.parse().unwrap());
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Seen { line, key: header("idempotency-key"), body })
}
