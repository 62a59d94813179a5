//! The same call by each client that can be built: so every fault is met by each transport.

use std::time::{Duration, Instant};

use stripe_runtime::stand_in::Widget;
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::{Call, Error, ErrorKind, Response};

use super::faulty::{Exchange, Seen, Server, whole};
use super::{KEY, WIDGET};

/// Nothing here takes so long unless it hangs.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// How a call is made.
#[derive(Clone, Copy)]
pub(crate) struct Ask {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retries: u32,
    /// The largest answer.
    pub(crate) limit: usize,
}

impl Default for Ask {
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

pub(crate) type Answer = Result<Response<Widget>, Error>;

/// A client that makes one call after the other on the same connections.
pub(crate) trait TestClient: Send {
    fn ask(&self, ask: &Ask) -> Answer;
}

type Maker = fn(&str, &Ask) -> Box<dyn TestClient>;

/// All clients that can be built with these features.
pub(crate) const CLIENTS: &[(&str, Maker)] = &[
    #[cfg(feature = "hyper")]
    ("hyper", hyper),
    #[cfg(feature = "blocking")]
    ("ureq", ureq),
    #[cfg(feature = "reqwest")]
    ("reqwest", reqwest),
];

fn with<M>(call: Call<Widget, M>, ask: &Ask) -> Call<Widget, M> {
    let call = call.timeout(ask.timeout).max_retries(ask.retries);
    let call = call.connect_timeout(ask.connect_timeout);
    match ask.deadline {
        Some(deadline) => call.deadline(deadline),
        None => call,
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
struct Awaiting(tokio::runtime::Runtime, stripe_runtime::Client);

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl Awaiting {
    fn boxed(builder: stripe_runtime::ClientBuilder) -> Box<dyn TestClient> {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        Box::new(Self(runtime.enable_all().build().unwrap(), builder.build().unwrap()))
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
impl TestClient for Awaiting {
    fn ask(&self, ask: &Ask) -> Answer {
        let call = with(self.1.widgets().create(CreateWidget::new("x")), ask);
        self.0.block_on(call.into_future())
    }
}

#[cfg(feature = "hyper")]
fn hyper(url: &str, ask: &Ask) -> Box<dyn TestClient> {
    let builder = stripe_runtime::Client::builder(KEY).base_url(url);
    Awaiting::boxed(builder.env_proxies(false).max_response_size(ask.limit))
}

#[cfg(feature = "reqwest")]
fn reqwest(url: &str, ask: &Ask) -> Box<dyn TestClient> {
    let builder = ::reqwest::Client::builder().no_proxy();
    let transport = stripe_runtime::transport::Reqwest::new(builder).unwrap();
    let builder = stripe_runtime::Client::builder(KEY).base_url(url);
    Awaiting::boxed(builder.transport(transport).max_response_size(ask.limit))
}

#[cfg(feature = "blocking")]
struct Blocking(stripe_runtime::blocking::Client);

#[cfg(feature = "blocking")]
impl TestClient for Blocking {
    fn ask(&self, ask: &Ask) -> Answer {
        with(self.0.widgets().create(CreateWidget::new("x")), ask).send()
    }
}

#[cfg(feature = "blocking")]
fn ureq(url: &str, ask: &Ask) -> Box<dyn TestClient> {
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = builder.env_proxies(false).max_response_size(ask.limit).build();
    Box::new(Blocking(client.unwrap()))
}

/// The same for the built-in transports, which trust this root certificate.
type Truster = fn(&str, &[u8]) -> Box<dyn TestClient>;

pub(crate) const TRUSTERS: &[(&str, Truster)] = &[
    #[cfg(feature = "hyper")]
    ("hyper", |url, root| {
        let transport = stripe_runtime::transport::Hyper::builder().env_proxies(false);
        let transport = transport.root_certificate(root).build().unwrap();
        let builder = stripe_runtime::Client::builder(KEY).base_url(url);
        Awaiting::boxed(builder.transport(transport))
    }),
    #[cfg(feature = "blocking")]
    ("ureq", |url, root| {
        let transport = stripe_runtime::transport::Ureq::builder().env_proxies(false);
        let transport = transport.root_certificate(root).build().unwrap();
        let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
        Box::new(Blocking(builder.transport(transport).build().unwrap()))
    }),
];

/// What became of a call, on both sides.
pub(crate) struct Told {
    /// The fault and the transport.
    pub(crate) name: String,
    pub(crate) answer: Answer,
    pub(crate) seen: Vec<Seen>,
    pub(crate) took: Duration,
}

impl Told {
    pub(crate) fn error(&self) -> &Error {
        self.answer.as_ref().expect_err(&self.name)
    }

    pub(crate) fn widget(&self) -> &Response<Widget> {
        self.answer.as_ref().expect(&self.name)
    }

    /// An error without a whole answer, after so many attempts.
    pub(crate) fn is_lost(&self, attempts: u32) {
        let (name, error) = (&self.name, self.error());
        let found = (error.kind(), error.meta().attempts());
        assert_eq!(found, (ErrorKind::Connection, attempts), "{name}: {error:?}");
    }

    /// What holds whatever happened.
    fn check(&self, ask: &Ask) {
        let name = &self.name;
        assert!(self.took < LONG, "{name} took {:?}", self.took);
        let meta = match &self.answer {
            Ok(widget) => widget.meta(),
            Err(error) => error.meta(),
        };
        assert!(meta.attempts() <= ask.retries + 1, "{name}: {}", meta.attempts());
        assert!(self.seen.len() <= meta.attempts() as usize, "{name}: {:?}", self.seen);
        let key = meta.idempotency_key();
        assert!(key.is_some(), "{name} has no key");
        for seen in &self.seen {
            assert_eq!(seen.key.as_deref(), key, "{name}");
            assert_eq!(seen, &self.seen[0], "{name}");
        }
    }
}

/// Each client makes one call against each row of plays, all of it at the same time.
pub(crate) fn each(
    rows: &[(&str, Vec<Exchange>)],
    ask: &Ask,
    check: impl Fn(&Told) + Sync,
) {
    assert!(!CLIENTS.is_empty() && !rows.is_empty());
    std::thread::scope(|scope| {
        for (fault, plays) in rows {
            for (transport, make) in CLIENTS {
                let check = &check;
                scope.spawn(move || {
                    let server = Server::start(plays.clone(), whole(200, "", WIDGET));
                    let asker = make(&server.url(), ask);
                    let started = Instant::now();
                    let answer = asker.ask(ask);
                    let took = started.elapsed();
                    let name = format!("{fault} ({transport})");
                    let told = Told { name, answer, seen: server.seen(), took };
                    told.check(ask);
                    check(&told);
                });
            }
        }
    });
}
