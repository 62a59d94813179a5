//! Panics during a call, in the user's own parts or on its outcome: no message contains
//! a secret, and the client stays usable.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use client_tests::secrets::{assert_hidden, secret};
use serde_json::json;
use stripe_sessions::checkout::params::CreateCheckoutSession;
use stripe_sessions::testing::SignatureHeader;
use stripe_sessions::transport::{
    Body, BoxFuture, Chunks, HttpRequest, HttpResponse, Limits, Transport,
    TransportError,
};
use stripe_sessions::webhook::Verifier;
use stripe_sessions::{Client, ClientBuilder, Clock, Headers, Random};

/// A part that panics while a switch is on.
#[derive(Clone, Default)]
struct Bomb(Arc<AtomicBool>);

impl Bomb {
    fn tick(&self, name: &str) {
        assert!(!self.0.load(Ordering::SeqCst), "the {name} is broken");
    }
}

impl Clock for Bomb {
    fn now(&self) -> Instant {
        self.tick("clock");
        Instant::now()
    }
}

impl Random for Bomb {
    fn fill(&self, buffer: &mut [u8]) -> io::Result<()> {
        self.tick("randomness");
        buffer.fill(1);
        Ok(())
    }
}

impl Chunks for Bomb {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        self.tick("body");
        Box::pin(std::future::ready(Ok(None)))
    }
}

/// Returns an error full of secrets, or panics at one of its steps.
#[derive(Clone, Default)]
struct Broken {
    sending: Bomb,
    sleeping: Bomb,
    reading: Bomb,
}

impl Transport for Broken {
    fn send<'a>(
        &'a self,
        _: &'a HttpRequest,
        _: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async {
            self.sending.tick("transport");
            if self.reading.0.load(Ordering::SeqCst) {
                let body = Body::stream(self.reading.clone());
                return Ok(HttpResponse::new(200, Headers::new(), body));
            }
            let error =
                json!({"error": {"payment_intent": {"client_secret": secret("pi")}}});
            let mut headers = Headers::new();
            headers.append("X-Token", secret("header"));
            Ok(HttpResponse::new(400, headers, error.to_string().into_bytes()))
        })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        self.sleeping.tick("timer");
        Box::pin(std::future::pending())
    }
}

fn builder(transport: Broken) -> ClientBuilder {
    Client::builder(secret("sk")).transport(transport)
}

/// Performs a call full of secrets and unwraps its outcome.
fn call(client: &Client) {
    let params = CreateCheckoutSession::new().customer_email(secret("mail"));
    let call = client.checkout().sessions().create(params).extra_param("x", secret("x"));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(call.header("X-Own", secret("own")).into_future()).unwrap();
}

/// Returns everything that a panic shows: the output of its hook, and its payload. The
/// panics of other tests are shown as usual.
fn shown(task: impl FnOnce()) -> String {
    let printed = Arc::new(Mutex::new(String::new()));
    let hook = Arc::clone(&printed);
    let own = thread::current().id();
    let usual = Arc::new(std::panic::take_hook());
    let others = Arc::clone(&usual);
    std::panic::set_hook(Box::new(move |info| {
        if thread::current().id() == own {
            hook.lock().unwrap().push_str(&info.to_string());
        } else {
            others(info);
        }
    }));
    let outcome = catch_unwind(AssertUnwindSafe(task));
    std::panic::set_hook(Box::new(move |info| usual(info)));
    let thrown = outcome.expect_err("it panics");
    let text = thrown.downcast_ref::<String>().cloned().unwrap_or_default();
    let printed = printed.lock().unwrap().clone();
    assert_hidden(&printed);
    assert_hidden(&text);
    printed + &text
}

/// In one test, because the hook belongs to the whole process.
#[test]
fn no_panic_shows_a_secret() {
    let transport = Broken::default();
    let (clock, random) = (Bomb::default(), Bomb::default());
    let builder = builder(transport.clone()).clock(clock.clone()).random(random.clone());
    let client = builder.build().unwrap();
    let parts = [
        ("clock", clock),
        ("randomness", random),
        ("transport", transport.sending),
        ("timer", transport.sleeping),
        ("body", transport.reading),
    ];
    for (name, bomb) in parts {
        bomb.0.store(true, Ordering::SeqCst);
        let text = shown(|| call(&client));
        assert!(text.contains(&format!("the {name} is broken")), "{text}");
        bomb.0.store(false, Ordering::SeqCst);
        // The call completes again: with an error, which `unwrap` prints.
        let text = shown(|| call(&client));
        assert!(text.contains("InvalidRequest"), "{name}: {text}");
    }
    let key = secret("whsec");
    let body = json!({"object": "charge", "client_secret": secret("ch")}).to_string();
    let verifier = Verifier::new([key.as_str()]).unwrap();
    let header = SignatureHeader::new(key.as_str()).sign(&body);
    let text = shown(|| drop(verifier.event(body.as_bytes(), header).unwrap()));
    assert!(text.contains("NotAnEvent"), "{text}");
    let clock = verifier.clock(|| panic!("the clock is broken"));
    let header = SignatureHeader::new(key).sign(&body);
    shown(|| clock.verify(body.as_bytes(), header).unwrap());
}
