//! Makes the same call with each client that can be built, so that each transport meets
//! every fault.

use std::time::{Duration, Instant};

use stripe_runtime::stand_in::Widget;
use stripe_runtime::stand_in::params::{CreateWidget, UploadWidget};
use stripe_runtime::{Bytes, Call, Error, ErrorKind, Response};

use super::{KEY, WIDGET};
use test_support::server::{Exchange, Request, TestServer, full_response};

/// A timeout that expires only if something hangs.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// The options of a call and its client.
#[derive(Clone, Copy)]
pub(crate) struct CallOptions {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retries: u32,
    /// The maximum size of a response.
    pub(crate) limit: usize,
}

impl Default for CallOptions {
    fn default() -> Self {
        Self {
            timeout: LONG,
            connect_timeout: LONG,
            deadline: None,
            retries: 0,
            limit: 1 << 20,
        }
    }
}

pub(crate) type CallResult<T = Widget> = Result<Response<T>, Error>;

/// A client that makes one call after the other on the same connections.
pub(crate) trait TestClient: Send {
    fn call(&self, options: &CallOptions) -> CallResult;

    fn upload(&self, params: UploadWidget, options: &CallOptions) -> CallResult;

    fn download(&self, options: &CallOptions) -> CallResult<Bytes>;

    /// Makes this number of calls at once.
    fn calls(&self, options: &CallOptions, count: usize) -> Vec<CallResult>;
}

type NewClient = fn(&str, &CallOptions) -> Box<dyn TestClient>;

/// All clients that can be built with the enabled features.
pub(crate) const CLIENTS: &[(&str, NewClient)] = &[
    #[cfg(feature = "hyper")]
    ("hyper", hyper),
    #[cfg(feature = "blocking")]
    ("ureq", ureq),
    #[cfg(feature = "reqwest")]
    ("reqwest", reqwest),
];

fn with<T, M>(call: Call<T, M>, options: &CallOptions) -> Call<T, M> {
    let call = call.timeout(options.timeout).max_retries(options.retries);
    let call = call.connect_timeout(options.connect_timeout);
    match options.deadline {
        Some(deadline) => call.deadline(deadline),
        None => call,
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
struct AsyncClient(tokio::runtime::Runtime, stripe_runtime::Client);

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl AsyncClient {
    fn boxed(builder: stripe_runtime::ClientBuilder) -> Box<dyn TestClient> {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        Box::new(Self(runtime.enable_all().build().unwrap(), builder.build().unwrap()))
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl TestClient for AsyncClient {
    fn call(&self, options: &CallOptions) -> CallResult {
        let call = with(self.1.widgets().create(CreateWidget::new("x")), options);
        self.0.block_on(call.into_future())
    }

    fn upload(&self, params: UploadWidget, options: &CallOptions) -> CallResult {
        let call = with(self.1.widgets().upload(params), options);
        self.0.block_on(call.into_future())
    }

    fn download(&self, options: &CallOptions) -> CallResult<Bytes> {
        let call = with(self.1.widgets().retrieve_content("w_1"), options);
        self.0.block_on(call.into_future())
    }

    fn calls(&self, options: &CallOptions, count: usize) -> Vec<CallResult> {
        let call = || with(self.1.widgets().create(CreateWidget::new("x")), options);
        self.0.block_on(async {
            let tasks: Vec<_> =
                (0..count).map(|_| tokio::spawn(call().send())).collect();
            let mut results = Vec::new();
            for task in tasks {
                results.push(task.await.unwrap());
            }
            results
        })
    }
}

#[cfg(feature = "hyper")]
fn hyper(url: &str, options: &CallOptions) -> Box<dyn TestClient> {
    let builder = stripe_runtime::Client::builder(KEY).base_url(url);
    let builder = builder.allow_plain_http(true).env_proxies(false);
    AsyncClient::boxed(builder.max_response_size(options.limit))
}

#[cfg(feature = "reqwest")]
fn reqwest(url: &str, options: &CallOptions) -> Box<dyn TestClient> {
    let builder = || ::reqwest::Client::builder().no_proxy();
    let transport = stripe_runtime::transport::Reqwest::new(builder).unwrap();
    let builder = stripe_runtime::Client::builder(KEY).base_url(url);
    let builder = builder.allow_plain_http(true).transport(transport);
    AsyncClient::boxed(builder.max_response_size(options.limit))
}

#[cfg(feature = "blocking")]
struct Blocking(stripe_runtime::blocking::Client);

#[cfg(feature = "blocking")]
impl TestClient for Blocking {
    fn call(&self, options: &CallOptions) -> CallResult {
        with(self.0.widgets().create(CreateWidget::new("x")), options).send()
    }

    fn upload(&self, params: UploadWidget, options: &CallOptions) -> CallResult {
        with(self.0.widgets().upload(params), options).send()
    }

    fn download(&self, options: &CallOptions) -> CallResult<Bytes> {
        with(self.0.widgets().retrieve_content("w_1"), options).send()
    }

    fn calls(&self, options: &CallOptions, count: usize) -> Vec<CallResult> {
        std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..count).map(|_| scope.spawn(|| self.call(options))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        })
    }
}

#[cfg(feature = "blocking")]
fn ureq(url: &str, options: &CallOptions) -> Box<dyn TestClient> {
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let builder = builder.allow_plain_http(true).env_proxies(false);
    let client = builder.max_response_size(options.limit).build();
    Box::new(Blocking(client.unwrap()))
}

/// Creates a client that trusts a root certificate.
type NewTlsClient = fn(&str, &[u8]) -> Box<dyn TestClient>;

pub(crate) const TLS_CLIENTS: &[(&str, NewTlsClient)] = &[
    #[cfg(feature = "hyper")]
    ("hyper", |url, root| {
        let transport = stripe_runtime::transport::Hyper::builder().env_proxies(false);
        let transport = transport.root_certificate(root).build().unwrap();
        let builder = stripe_runtime::Client::builder(KEY).base_url(url);
        AsyncClient::boxed(builder.transport(transport))
    }),
    #[cfg(feature = "blocking")]
    ("ureq", |url, root| {
        let transport = stripe_runtime::transport::Ureq::builder().env_proxies(false);
        let transport = transport.root_certificate(root).build().unwrap();
        let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
        Box::new(Blocking(builder.transport(transport).build().unwrap()))
    }),
];

/// The outcome of a call, as seen by the client and the server.
pub(crate) struct Observed {
    /// The fault and the transport.
    pub(crate) name: String,
    pub(crate) result: CallResult,
    pub(crate) seen: Vec<Request>,
    pub(crate) took: Duration,
}

impl Observed {
    pub(crate) fn error(&self) -> &Error {
        self.result.as_ref().expect_err(&self.name)
    }

    pub(crate) fn widget(&self) -> &Response<Widget> {
        self.result.as_ref().expect(&self.name)
    }

    /// Asserts that the call failed without a complete response, after this number of
    /// attempts.
    pub(crate) fn assert_connection_error(&self, attempts: u32) {
        let (name, error) = (&self.name, self.error());
        let found = (error.kind(), error.meta().attempts());
        assert_eq!(found, (ErrorKind::Connection, attempts), "{name}: {error:?}");
    }

    /// Checks what must hold for every call.
    fn check(&self, options: &CallOptions) {
        let name = &self.name;
        assert!(self.took < LONG, "{name} took {:?}", self.took);
        let meta = match &self.result {
            Ok(widget) => widget.meta(),
            Err(error) => error.meta(),
        };
        assert!(meta.attempts() <= options.retries + 1, "{name}: {}", meta.attempts());
        assert!(self.seen.len() <= meta.attempts() as usize, "{name}: {:?}", self.seen);
        let key = meta.idempotency_key();
        assert!(key.is_some(), "{name}: no idempotency key");
        for seen in &self.seen {
            assert_eq!(seen.key(), key, "{name}");
            assert_eq!(contents(seen), contents(&self.seen[0]), "{name}");
        }
    }
}

/// Returns what must be the same in each attempt.
fn contents(request: &Request) -> (&str, Option<&str>, &str) {
    (&request.line, request.key(), &request.body)
}

/// Makes one call with each client against each row of exchanges, all of them in
/// parallel.
pub(crate) fn each(
    rows: &[(&str, Vec<Exchange>)],
    options: &CallOptions,
    check: impl Fn(&Observed) + Sync,
) {
    assert!(!CLIENTS.is_empty() && !rows.is_empty());
    std::thread::scope(|scope| {
        for (fault, exchanges) in rows {
            for (transport, make) in CLIENTS {
                let check = &check;
                scope.spawn(move || {
                    let server = TestServer::start(
                        exchanges.clone(),
                        full_response(200, "", WIDGET),
                    );
                    let client = make(&server.url(), options);
                    let started = Instant::now();
                    let result = client.call(options);
                    let took = started.elapsed();
                    let name = format!("{fault} ({transport})");
                    let observed = Observed { name, result, seen: server.seen(), took };
                    observed.check(options);
                    check(&observed);
                });
            }
        }
    });
}
