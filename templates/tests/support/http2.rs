//! A server of HTTP/2 on loopback, with TLS, that fails on purpose.

use std::collections::VecDeque;
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub(crate) use h2::Reason;
use h2::server::SendResponse;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio_rustls::TlsAcceptor;

use super::WIDGET;
use super::authority::Authority;

type Bytes = Cursor<Vec<u8>>;

/// What the server does with a request; without one it answers.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// `RST_STREAM` in place of an answer.
    Reset(Reason),
    /// `RST_STREAM` in the body.
    ResetBody,
    /// `GOAWAY` in place of an answer.
    GoAway(Reason),
    /// An answer, and a `GOAWAY` that lets what is on its way come to its end.
    LastOne,
    /// The end of the connection.
    Close,
    /// The connection stays, but nothing comes from it any more, not even a pong.
    Freeze,
}

/// A request as the server read it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) connection: usize,
    pub(crate) key: Option<String>,
}

#[derive(Default)]
struct Shared {
    acts: Mutex<VecDeque<Option<Act>>>,
    seen: Mutex<Vec<Seen>>,
    busy: Duration,
    now: AtomicUsize,
    most: AtomicUsize,
}

pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) root: Vec<u8>,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Does these one after the other, one for each request; `None` is an answer.
    pub(crate) fn start(
        acts: impl IntoIterator<Item = Option<Act>>,
        busy: Duration,
    ) -> Self {
        let authority = Authority::new("http2");
        let tls =
            TlsAcceptor::from(authority.vouch("127.0.0.1").config(&["h2", "http/1.1"]));
        let acts = Mutex::new(acts.into_iter().collect());
        let shared = Arc::new(Shared { acts, busy, ..Shared::default() });
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        runtime.spawn(accept(listener, tls, Arc::clone(&shared)));
        Self { url, root: authority.der(), shared, runtime: Some(runtime) }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// How many requests were answered at the same time at most.
    pub(crate) fn most_at_once(&self) -> usize {
        self.shared.most.load(Ordering::SeqCst)
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

async fn accept(listener: std::net::TcpListener, tls: TlsAcceptor, shared: Arc<Shared>) {
    let listener = TcpListener::from_std(listener).unwrap();
    for number in 0.. {
        let (stream, _) = listener.accept().await.unwrap();
        let (tls, shared) = (tls.clone(), Arc::clone(&shared));
        tokio::spawn(async move {
            // What the client has broken off is no failure of the server.
            let _ = serve(number, stream, tls, shared).await;
        });
    }
}

async fn serve(
    connection: usize,
    stream: TcpStream,
    tls: TlsAcceptor,
    shared: Arc<Shared>,
) -> Option<()> {
    let stream = tls.accept(stream).await.ok()?;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(b"h2".as_slice()));
    let builder = h2::server::Builder::new();
    let mut http2 = builder.handshake::<_, Bytes>(stream).await.ok()?;
    while let Some(request) = http2.accept().await {
        let (request, mut respond) = request.ok()?;
        let key = request.headers().get("idempotency-key");
        let key = key.map(|key| key.to_str().unwrap().to_owned());
        shared.seen.lock().unwrap().push(Seen { connection, key });
        let act = shared.acts.lock().unwrap().pop_front().flatten();
        match act {
            Some(Act::Reset(reason)) => respond.send_reset(reason),
            Some(Act::GoAway(reason)) => http2.abrupt_shutdown(reason),
            Some(Act::Close) => return None,
            Some(Act::Freeze) => std::future::pending().await,
            Some(Act::ResetBody) => {
                let mut body = respond.send_response(head(), false).ok()?;
                body.send_data(Cursor::new(b"{".to_vec()), false).ok()?;
                // The client is to see the beginning first.
                tokio::spawn(async move {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    body.send_reset(Reason::INTERNAL_ERROR);
                });
            }
            Some(Act::LastOne) => {
                tokio::spawn(answer(respond, Arc::clone(&shared)));
                http2.graceful_shutdown();
            }
            None => {
                tokio::spawn(answer(respond, Arc::clone(&shared)));
            }
        }
    }
    Some(())
}

fn head() -> http::Response<()> {
    http::Response::builder().header("Request-Id", "req_1").body(()).unwrap()
}

async fn answer(mut respond: SendResponse<Bytes>, shared: Arc<Shared>) {
    let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
    shared.most.fetch_max(now, Ordering::SeqCst);
    tokio::time::sleep(shared.busy).await;
    shared.now.fetch_sub(1, Ordering::SeqCst);
    // The client may have gone.
    if let Ok(mut body) = respond.send_response(head(), false) {
        let _ = body.send_data(Cursor::new(WIDGET.into()), true);
    }
}
