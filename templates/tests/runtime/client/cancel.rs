//! Cancellation of blocking calls from other threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::support::{KEY, WIDGET};
use stripe_runtime::blocking::{CancelToken, Client};
use stripe_runtime::transport::{
    BlockingBody, BlockingTransport, HttpRequest, HttpResponse, Limits, TransportError,
};
use stripe_runtime::{ErrorKind, Headers};

/// Responds to every attempt in the same way, and runs a function during each.
struct Always<F> {
    status: u16,
    /// The value of `Retry-After`, in seconds.
    wait: u32,
    sent: Arc<AtomicU32>,
    meanwhile: F,
}

impl<F: Fn() + Send + Sync + 'static> BlockingTransport for Always<F> {
    fn send(
        &self,
        _request: &HttpRequest,
        _limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        self.sent.fetch_add(1, Ordering::SeqCst);
        (self.meanwhile)();
        let mut headers = Headers::new();
        headers.append("Retry-After", self.wait.to_string());
        Ok(HttpResponse::new(self.status, headers, WIDGET.as_bytes().to_vec()))
    }
}

fn client(
    status: u16,
    wait: u32,
    meanwhile: impl Fn() + Send + Sync + 'static,
) -> (Client, Arc<AtomicU32>) {
    let sent = Arc::new(AtomicU32::new(0));
    let transport = Always { status, wait, sent: Arc::clone(&sent), meanwhile };
    (Client::builder(KEY).transport(transport).build().unwrap(), sent)
}

#[test]
fn cancelled_call_is_not_sent() {
    let (client, sent) = client(200, 0, || ());
    let token = CancelToken::new();
    token.clone().cancel();
    let error = client.widgets().expire("w").cancelled_by(&token).send().unwrap_err();
    assert!(error.is_cancelled() && !error.is_timeout(), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.meta().idempotency_key().is_some());
    assert_eq!((error.meta().attempts(), error.is_outcome_unknown()), (0, false));
    assert_eq!(sent.load(Ordering::SeqCst), 0);
    // Other calls are not affected.
    let other = client.widgets().expire("w").cancelled_by(&CancelToken::new()).send();
    assert!(other.is_ok() && client.widgets().expire("w").send().is_ok());
}

/// The server asks for a delay of a minute, longer than this test may take.
#[test]
fn cancelling_ends_the_wait_between_attempts() {
    let (client, sent) = client(503, 60, || ());
    let token = CancelToken::new();
    let started = Instant::now();
    let call = client.widgets().expire("w").cancelled_by(&token);
    let thread = std::thread::spawn(move || call.send().unwrap_err());
    while sent.load(Ordering::SeqCst) == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    // The call is most likely waiting by now; if not, it will not start to wait.
    std::thread::sleep(Duration::from_millis(100));
    token.cancel();
    let error = thread.join().unwrap();
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
    assert_eq!(
        (error.meta().status(), error.meta().attempts()),
        (Some(503), 1),
        "{error:?}"
    );
    assert_eq!(sent.load(Ordering::SeqCst), 1, "an attempt was sent after cancellation");
}

#[test]
fn attempt_in_progress_ends_with_its_response() {
    for (status, attempts) in [(200, 1), (503, 1), (402, 1)] {
        let token = CancelToken::new();
        let cancel = token.clone();
        let (client, sent) = client(status, 0, move || cancel.cancel());
        let result = client.widgets().expire("w").cancelled_by(&token).send();
        assert_eq!(sent.load(Ordering::SeqCst), attempts, "{status}");
        match result {
            Ok(widget) => assert_eq!((status, widget.id.as_str()), (200, "w_1")),
            Err(error) => {
                assert_eq!(error.meta().status(), Some(status));
                assert!(!error.is_cancelled(), "{error:?}");
            }
        }
    }
}

/// Without a cancelled token, all attempts are made.
#[test]
fn call_without_cancellation_makes_all_attempts() {
    let (client, sent) = client(503, 0, || ());
    let error = client.widgets().expire("w").max_retries(1).send().unwrap_err();
    assert_eq!((error.meta().attempts(), sent.load(Ordering::SeqCst)), (2, 2));
    assert!(!error.is_cancelled());
}
