//! An HTTP/2 server on the loopback interface, with TLS, that fails on purpose.

use std::collections::VecDeque;
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub(crate) use h2::Reason;
use h2::server::SendResponse;
use test_support::server::Listener;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::WIDGET;
use super::authority::Authority;

type Bytes = Cursor<Vec<u8>>;

/// The server's reaction to a request, instead of a response.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Action {
    /// `RST_STREAM` instead of a response.
    Reset(Reason),
    /// `RST_STREAM` in the body.
    ResetBody,
    /// `GOAWAY` instead of a response.
    GoAway(Reason),
    /// A response, and a `GOAWAY` that lets pending requests finish.
    GracefulShutdown,
    /// Closes the connection.
    Close,
    /// Keeps the connection open, but sends nothing more, not even a pong.
    Freeze,
}

/// A request as received by the server.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) connection: usize,
    pub(crate) key: Option<String>,
}

#[derive(Default)]
struct Shared {
    actions: Mutex<VecDeque<Option<Action>>>,
    seen: Mutex<Vec<Seen>>,
    delay: Duration,
    concurrent: AtomicUsize,
    max_concurrent: AtomicUsize,
}

pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) root: Vec<u8>,
    shared: Arc<Shared>,
    _listener: Listener,
}

impl Server {
    /// Performs the actions one after the other, one for each request; `None` sends a
    /// response.
    pub(crate) fn start(
        actions: impl IntoIterator<Item = Option<Action>>,
        delay: Duration,
    ) -> Self {
        let authority = Authority::new("http2");
        let tls =
            TlsAcceptor::from(authority.issue("127.0.0.1").config(&["h2", "http/1.1"]));
        let actions = Mutex::new(actions.into_iter().collect());
        let shared = Arc::new(Shared { actions, delay, ..Shared::default() });
        let served = Arc::clone(&shared);
        let listener = Listener::start(move |number, stream| {
            let (tls, shared) = (tls.clone(), Arc::clone(&served));
            async move {
                // A connection that the client closes early is not an error.
                let _ = serve(number, stream, tls, shared).await;
            }
        });
        let url = format!("https://{}", listener.address());
        Self { url, root: authority.der(), shared, _listener: listener }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap().clone()
    }

    /// Returns the maximum number of concurrent requests.
    pub(crate) fn max_concurrent(&self) -> usize {
        self.shared.max_concurrent.load(Ordering::SeqCst)
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
        let (request, mut sender) = request.ok()?;
        let key = request.headers().get("idempotency-key");
        let key = key.map(|key| key.to_str().unwrap().to_owned());
        shared.seen.lock().unwrap().push(Seen { connection, key });
        let action = shared.actions.lock().unwrap().pop_front().flatten();
        match action {
            Some(Action::Reset(reason)) => sender.send_reset(reason),
            Some(Action::GoAway(reason)) => http2.abrupt_shutdown(reason),
            Some(Action::Close) => return None,
            Some(Action::Freeze) => std::future::pending().await,
            Some(Action::ResetBody) => {
                let mut body = sender.send_response(head(), false).ok()?;
                body.send_data(Cursor::new(b"{".to_vec()), false).ok()?;
                // The beginning of the body must reach the client before the reset.
                tokio::spawn(async move {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    body.send_reset(Reason::INTERNAL_ERROR);
                });
            }
            Some(Action::GracefulShutdown) => {
                tokio::spawn(respond(sender, Arc::clone(&shared)));
                http2.graceful_shutdown();
            }
            None => {
                tokio::spawn(respond(sender, Arc::clone(&shared)));
            }
        }
    }
    Some(())
}

fn head() -> http::Response<()> {
    http::Response::builder().header("Request-Id", "req_1").body(()).unwrap()
}

async fn respond(mut sender: SendResponse<Bytes>, shared: Arc<Shared>) {
    let concurrent = shared.concurrent.fetch_add(1, Ordering::SeqCst) + 1;
    shared.max_concurrent.fetch_max(concurrent, Ordering::SeqCst);
    tokio::time::sleep(shared.delay).await;
    shared.concurrent.fetch_sub(1, Ordering::SeqCst);
    // The client may have disconnected.
    if let Ok(mut body) = sender.send_response(head(), false) {
        let _ = body.send_data(Cursor::new(WIDGET.into()), true);
    }
}
