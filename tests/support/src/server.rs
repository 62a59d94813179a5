//! An HTTP server on the loopback interface that records its requests and answers as a test
//! says: with complete responses, or with the faults of servers and networks.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// One step of the server on a connection.
#[derive(Clone, Debug)]
pub enum Step {
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
#[derive(Clone, Debug)]
pub struct Exchange {
    unread: bool,
    steps: Vec<Step>,
}

/// Sends these bytes and keeps the connection open.
impl From<Vec<u8>> for Exchange {
    fn from(bytes: Vec<u8>) -> Self {
        exchange([Step::Write(bytes)])
    }
}

/// Performs the steps after a request has arrived.
pub fn exchange(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: false, steps: steps.into() }
}

/// Performs the steps on a new connection, without reading from it.
pub fn unread(steps: impl Into<Vec<Step>>) -> Exchange {
    Exchange { unread: true, steps: steps.into() }
}

/// Sends these bytes and keeps the connection open.
pub fn bytes(bytes: impl Into<Vec<u8>>) -> Exchange {
    bytes.into().into()
}

/// Sends these bytes and closes the connection.
pub fn last_bytes(bytes: impl Into<Vec<u8>>) -> Exchange {
    exchange([Step::Write(bytes.into()), Step::Close])
}

/// Sends these bytes, and then nothing more.
pub fn stalled(bytes: impl Into<Vec<u8>>) -> Exchange {
    exchange([Step::Write(bytes.into()), Step::Hang])
}

/// Sends a complete response, whose headers each end with `\r\n`.
pub fn response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Exchange {
    bytes(full_response(status, headers, body))
}

/// Sends a complete response with status 200.
pub fn ok(body: impl AsRef<[u8]>) -> Exchange {
    response(200, "", body)
}

/// Returns a complete response.
pub fn full_response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let mut bytes = head(status, headers, body.as_ref().len());
    bytes.extend_from_slice(body.as_ref());
    bytes
}

/// Returns the head of a response that announces a body of this length.
pub fn head(status: u16, headers: &str, length: usize) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status} X\r\nRequest-Id: req_1\r\n{headers}");
    let _ = write!(head, "Content-Length: {length}\r\n\r\n");
    head.into()
}

/// A request as received by the server.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The number of the connection, from 0.
    pub connection: usize,
    /// Method, target and version.
    pub line: String,
    pub headers: Vec<(String, String)>,
    /// The body as text; what is not text in it is replaced.
    pub body: String,
    /// The body.
    pub bytes: Vec<u8>,
}

impl Request {
    pub fn method(&self) -> &str {
        self.line.split(' ').next().unwrap_or_default()
    }

    /// Returns path and query.
    pub fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    pub fn path(&self) -> &str {
        self.target().split('?').next().unwrap_or_default()
    }

    pub fn query(&self) -> &str {
        self.target().split_once('?').map_or("", |(_, query)| query)
    }

    /// Returns the values of a header, whose name is case-insensitive.
    pub fn header(&self, name: &str) -> Vec<&str> {
        let named =
            self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.as_str()).collect()
    }

    /// Returns the idempotency key.
    pub fn key(&self) -> Option<&str> {
        self.header("idempotency-key").first().copied()
    }
}

/// Accepts connections, in a runtime of its own, until it is dropped.
#[derive(Debug)]
pub struct Listener {
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl Listener {
    /// Handles each connection, with its number from 0, in a task of its own.
    pub fn start<F, H>(handle: H) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
        H: Fn(usize, TcpStream) -> F + Send + 'static,
    {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket");
        let address = listener.local_addr().expect("an address");
        runtime.spawn(accept(listener, handle));
        Self { address, runtime: Some(runtime) }
    }

    /// Returns the address and the port.
    pub fn address(&self) -> String {
        self.address.to_string()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // A test may drop it in an asynchronous context, where blocking is not allowed.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept<F, H>(listener: std::net::TcpListener, handle: H)
where
    F: Future<Output = ()> + Send + 'static,
    H: Fn(usize, TcpStream) -> F,
{
    let listener = TcpListener::from_std(listener).expect("a socket");
    for number in 0.. {
        let (stream, _) = listener.accept().await.expect("a connection");
        stream.set_nodelay(true).expect("a socket");
        tokio::spawn(handle(number, stream));
    }
}

#[derive(Debug)]
struct Shared {
    exchanges: Mutex<VecDeque<Exchange>>,
    /// The reaction to all requests after those.
    afterwards: Exchange,
    seen: Mutex<Vec<Request>>,
    open: AtomicUsize,
    max_open: AtomicUsize,
    opened: AtomicUsize,
    closed_by_client: AtomicUsize,
    /// What the connections before this number do with any further request.
    stale: Mutex<Option<(usize, Step)>>,
}

/// The server, which stops when it is dropped.
#[derive(Debug)]
pub struct TestServer {
    shared: Arc<Shared>,
    listener: Listener,
}

impl TestServer {
    /// Performs the exchanges one after the other, one for each request, and the same one
    /// for each later request.
    pub fn start(
        exchanges: impl IntoIterator<Item = Exchange>,
        afterwards: impl Into<Exchange>,
    ) -> Self {
        let shared = Arc::new(Shared {
            exchanges: Mutex::new(exchanges.into_iter().collect()),
            afterwards: afterwards.into(),
            seen: Mutex::default(),
            open: AtomicUsize::new(0),
            max_open: AtomicUsize::new(0),
            opened: AtomicUsize::new(0),
            closed_by_client: AtomicUsize::new(0),
            stale: Mutex::default(),
        });
        let served = Arc::clone(&shared);
        let listener = Listener::start(move |number, stream| {
            connection(number, stream, Arc::clone(&served))
        });
        Self { shared, listener }
    }

    /// Performs the exchanges one after the other. After them it closes the connection of
    /// each request.
    pub fn script(exchanges: impl IntoIterator<Item = Exchange>) -> Self {
        Self::start(exchanges, exchange([Step::Close]))
    }

    /// Performs the same exchange for each request.
    pub fn always(exchange: Exchange) -> Self {
        Self::start([], exchange)
    }

    /// Returns the address and the port.
    pub fn address(&self) -> String {
        self.listener.address()
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Returns all requests so far.
    pub fn seen(&self) -> Vec<Request> {
        lock(&self.shared.seen).clone()
    }

    /// Returns all requests since the last call, and forgets them.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut *lock(&self.shared.seen))
    }

    /// Lets all connections that are open now perform this step on any further request.
    pub fn make_stale(&self, step: Step) {
        let opened = self.shared.opened.load(Ordering::SeqCst);
        *lock(&self.shared.stale) = Some((opened, step));
    }

    /// Returns the number of connections so far, including those without a request.
    pub fn connections(&self) -> usize {
        self.shared.opened.load(Ordering::SeqCst)
    }

    /// Returns the maximum number of connections at the same time.
    pub fn max_connections(&self) -> usize {
        self.shared.max_open.load(Ordering::SeqCst)
    }

    /// Returns the number of hanging connections that the client has closed.
    pub fn closed_by_client(&self) -> usize {
        self.shared.closed_by_client.load(Ordering::SeqCst)
    }
}

/// A test that failed in another thread must not hide its reason.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn connection(number: usize, stream: TcpStream, shared: Arc<Shared>) {
    shared.opened.fetch_add(1, Ordering::SeqCst);
    let open = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
    shared.max_open.fetch_max(open, Ordering::SeqCst);
    // A connection that the client closes early is not an error.
    let _ = serve(number, stream, &shared).await;
    shared.open.fetch_sub(1, Ordering::SeqCst);
}

async fn serve(number: usize, mut stream: TcpStream, shared: &Shared) -> Option<()> {
    let first = {
        let mut exchanges = lock(&shared.exchanges);
        let is_unread = exchanges.front().is_some_and(|exchange| exchange.unread);
        if is_unread { exchanges.pop_front() } else { None }
    };
    if let Some(exchange) = first {
        perform(&mut stream, exchange.steps, shared).await?;
    }
    loop {
        let request = read_request(&mut stream, number).await?;
        // Recorded before the response is sent, so that a client that has the response
        // finds it here.
        lock(&shared.seen).push(request);
        let stale = lock(&shared.stale).clone();
        if let Some((_, step)) = stale.filter(|(opened, _)| number < *opened) {
            perform(&mut stream, vec![step], shared).await?;
        }
        let exchange = lock(&shared.exchanges).pop_front();
        let exchange = exchange.unwrap_or_else(|| shared.afterwards.clone());
        perform(&mut stream, exchange.steps, shared).await?;
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
            Step::Trickle(bytes, pause) => trickle(stream, &bytes, pause).await?,
            Step::Pause(time) => tokio::time::sleep(time).await,
            Step::Hang => {
                while matches!(stream.read(&mut [0; 64]).await, Ok(1..)) {}
                shared.closed_by_client.fetch_add(1, Ordering::SeqCst);
                return None;
            }
            Step::Close => return None,
            Step::Reset => return reset(stream),
        }
    }
    Some(())
}

/// Sends byte by byte, with this pause before each byte. Returns `None` if the client
/// closes the connection.
pub async fn trickle(
    stream: &mut TcpStream,
    bytes: &[u8],
    pause: Duration,
) -> Option<()> {
    for byte in bytes {
        tokio::time::sleep(pause).await;
        stream.write_all(&[*byte]).await.ok()?;
    }
    Some(())
}

/// Lets the connection end with a reset when it is closed, for which it returns `None`.
pub fn reset(stream: &TcpStream) -> Option<()> {
    stream.set_zero_linger().ok()?;
    None
}

/// Reads one request. Returns `None` if the connection
/// ends before the request does.
pub async fn read_request(
    stream: &mut (impl AsyncRead + Unpin),
    connection: usize,
) -> Option<Request> {
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
    bytes.truncate(end);
    let head = String::from_utf8(bytes).expect("a head is text");
    let mut lines = head.split("\r\n").map(str::to_owned);
    let line = lines.next()?;
    let headers = lines.filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_owned(), value.strip_prefix(' ').unwrap_or(value).to_owned()))
    });
    let mut request =
        Request { connection, line, headers: headers.collect(), ..Request::default() };
    let length =
        request.header("content-length").first().map_or(Ok(0), |text| text.parse());
    let length: usize = length.expect("a length is a number");
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    request.body = String::from_utf8_lossy(&body).into_owned();
    request.bytes = body;
    Some(request)
}
