//! A server that executes each idempotency key once, as Stripe does, but over an
//! unreliable network.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::WIDGET;
use test_support::server::{
    Listener, Request, full_response, read_request, reset, trickle,
};

/// Longer than the timeout of the client.
pub(crate) const TOO_LONG: Duration = Duration::from_millis(1200);

const LOCK: &str = r#"{"error":{"code":"lock_timeout","message":"in use"}}"#;
const DECLINED: &str = r#"{"error":{"type":"card_error","code":"card_declined"}}"#;
const REUSED: &str = r#"{"error":{"type":"idempotency_error"}}"#;

/// A fault, which occurs before a request is executed, instead of executing it, or
/// afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    ResetBefore,
    CloseBefore,
    Unavailable,
    BadGateway,
    Locked,
    RateLimited,
    Declined,
    Broken,
    CloseAfter,
    ResetAfter,
    CutHead,
    CutBody,
    ResetBody,
    Stall,
    Trickle,
    Slow,
}

use Fault::*;

pub(crate) const FAULTS: [Fault; 16] = [
    ResetBefore,
    CloseBefore,
    Unavailable,
    BadGateway,
    Locked,
    RateLimited,
    Declined,
    Broken,
    CloseAfter,
    ResetAfter,
    CutHead,
    CutBody,
    ResetBody,
    Stall,
    Trickle,
    Slow,
];

/// Returns a hash of the seed and a string. Unlike a random number, it does not depend
/// on the order in which tasks run.
pub(crate) fn roll(seed: u64, string: &str) -> u64 {
    // FNV-1a, with the final steps of splitmix64 to spread the bits.
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = string.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, mix);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[derive(Default)]
pub(crate) struct LedgerState {
    /// The operation of each key, and its response once there is one.
    ledger: HashMap<String, (String, Option<Vec<u8>>)>,
    /// The number of times that each operation was executed.
    pub(crate) executed: HashMap<String, u32>,
    /// The keys that were sent with each operation.
    pub(crate) keys: HashMap<String, HashSet<Option<String>>>,
    pub(crate) requests: HashMap<String, u32>,
    pub(crate) faults: BTreeMap<Fault, u32>,
    /// The number of responses that were replayed instead of executing an operation
    /// again.
    pub(crate) replays: u32,
    pub(crate) conflicts: u32,
}

struct Shared {
    seed: u64,
    faults_stopped: AtomicBool,
    state: Mutex<LedgerState>,
}

pub(crate) struct Ledger {
    pub(crate) url: String,
    shared: Arc<Shared>,
    _listener: Listener,
}

impl Ledger {
    pub(crate) fn start(seed: u64) -> Self {
        let (faults_stopped, state) = (AtomicBool::new(false), Mutex::default());
        let shared = Arc::new(Shared { seed, faults_stopped, state });
        let served = Arc::clone(&shared);
        let listener = Listener::start(move |number, stream| {
            connection(number, stream, Arc::clone(&served))
        });
        let url = format!("http://{}", listener.address());
        Self { url, shared, _listener: listener }
    }

    /// Stops injecting faults.
    pub(crate) fn stop_faults(&self) {
        self.shared.faults_stopped.store(true, Ordering::SeqCst);
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, LedgerState> {
        self.shared.state.lock().unwrap()
    }
}

async fn connection(number: usize, mut stream: TcpStream, shared: Arc<Shared>) {
    while let Some(request) = read_request(&mut stream, number).await {
        if serve(&mut stream, request, &shared).await.is_none() {
            return;
        }
    }
}

/// Returns `None` if the connection must be closed.
async fn serve(
    stream: &mut TcpStream,
    request: Request,
    shared: &Arc<Shared>,
) -> Option<()> {
    let key = request.key().map(str::to_owned);
    let operation = format!("{} {}", request.line, request.body);
    let fault = shared.fault(&operation, key.as_deref());
    let plain = |status, body: &str| Some(full_response(status, "", body));
    let replacement = match fault {
        Some(ResetBefore) => return reset(stream),
        Some(CloseBefore) => return None,
        Some(Unavailable) => plain(503, ""),
        Some(BadGateway) => plain(502, "<html>Bad Gateway</html>"),
        Some(Locked) => plain(429, LOCK),
        Some(RateLimited) => plain(429, "{}"),
        _ => None,
    };
    if let Some(response) = replacement {
        return stream.write_all(&response).await.ok();
    }
    let response = if fault == Some(Slow) {
        // The operation continues after the client has disconnected.
        let shared = Arc::clone(shared);
        let work = async move { shared.execute(&operation, key, fault).await };
        tokio::spawn(work).await.unwrap()
    } else {
        shared.execute(&operation, key, fault).await
    };
    let head = response.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    match fault {
        Some(CloseAfter) => return None,
        Some(ResetAfter) => return reset(stream),
        Some(CutHead) => {
            stream.write_all(&response[..head / 2]).await.ok()?;
            return None;
        }
        Some(CutBody | ResetBody) => {
            stream.write_all(&response[..response.len() - 1]).await.ok()?;
            return if fault == Some(CutBody) { None } else { reset(stream) };
        }
        Some(Stall) => tokio::time::sleep(TOO_LONG).await,
        Some(Trickle) => return trickle(stream, &response, TOO_LONG / 100).await,
        _ => {}
    }
    stream.write_all(&response).await.ok()
}

impl Shared {
    /// Selects the fault for a request, one in eight, and records request and fault.
    fn fault(&self, operation: &str, key: Option<&str>) -> Option<Fault> {
        let mut state = self.state.lock().unwrap();
        let attempt = state.requests.entry(operation.to_owned()).or_default();
        *attempt += 1;
        let roll = roll(self.seed, &format!("{operation} {attempt}"));
        state
            .keys
            .entry(operation.to_owned())
            .or_default()
            .insert(key.map(str::to_owned));
        let number = usize::try_from(roll % 128).unwrap();
        let fault = FAULTS.get(number).copied();
        let fault = fault.filter(|_| !self.faults_stopped.load(Ordering::SeqCst))?;
        *state.faults.entry(fault).or_default() += 1;
        Some(fault)
    }

    /// Executes an operation, unless its key was executed before.
    async fn execute(
        &self,
        operation: &str,
        key: Option<String>,
        fault: Option<Fault>,
    ) -> Vec<u8> {
        if let Some(key) = &key
            && let Some(response) = self.replay(key, operation)
        {
            return response;
        }
        if fault == Some(Slow) {
            tokio::time::sleep(TOO_LONG).await;
        }
        let response = match fault {
            Some(Declined) => full_response(402, "", DECLINED),
            Some(Broken) => full_response(500, "", ""),
            _ => {
                let mut state = self.state.lock().unwrap();
                *state.executed.entry(operation.to_owned()).or_default() += 1;
                full_response(200, "", WIDGET.replace("w_1", &id(operation)))
            }
        };
        if let Some(key) = key {
            let entry = (operation.to_owned(), Some(response.clone()));
            self.state.lock().unwrap().ledger.insert(key, entry);
        }
        response
    }

    /// Returns the response for a known key, or records a new key.
    fn replay(&self, key: &str, operation: &str) -> Option<Vec<u8>> {
        let mut state = self.state.lock().unwrap();
        let (response, replay) = match state.ledger.get(key) {
            None => {
                state.ledger.insert(key.to_owned(), (operation.to_owned(), None));
                return None;
            }
            Some((other, _)) if other != operation => {
                (full_response(400, "", REUSED), false)
            }
            Some((_, Some(response))) => (response.clone(), true),
            Some((_, None)) => (full_response(409, "", LOCK), false),
        };
        let count = if replay { &mut state.replays } else { &mut state.conflicts };
        *count += 1;
        Some(response)
    }
}

/// Returns the id of the widget of an operation. Each call uses a different widget.
fn id(operation: &str) -> String {
    let digits = operation.split("w_").nth(1).unwrap_or_default();
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    format!("w_{}", &digits[..end])
}
