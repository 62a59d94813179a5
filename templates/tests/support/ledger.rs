//! A server that keeps a ledger by idempotency key, as Stripe does, behind a bad network.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

use super::WIDGET;
use super::faulty::{Seen, request, whole};

/// Longer than a client of the ledger waits for an answer.
pub(crate) const TOO_LONG: Duration = Duration::from_millis(1200);

const LOCK: &str = r#"{"error":{"code":"lock_timeout","message":"in use"}}"#;
const DECLINED: &str = r#"{"error":{"type":"card_error","code":"card_declined"}}"#;
const REUSED: &str = r#"{"error":{"type":"idempotency_error"}}"#;

/// What goes wrong with a request: before it is carried out, in place of that, or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DecodeErrorKind {
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

use DecodeErrorKind::*;

pub(crate) const FAULTS: [DecodeErrorKind; 16] = [
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

/// A number that depends on nothing but the seed and the text, whatever the tasks do.
pub(crate) fn roll(seed: u64, text: &str) -> u64 {
    // FNV-1a, and the last steps of splitmix64 to spread its bits.
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, mix);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[derive(Default)]
pub(crate) struct LedgerState {
    /// By key: what was asked for, and the answer once there is one.
    ledger: HashMap<String, (String, Option<Vec<u8>>)>,
    /// How often something was carried out, by what was asked for.
    pub(crate) done: HashMap<String, u32>,
    /// Under which keys something was asked for.
    pub(crate) keys: HashMap<String, HashSet<Option<String>>>,
    pub(crate) requests: HashMap<String, u32>,
    pub(crate) faults: BTreeMap<DecodeErrorKind, u32>,
    /// Answers that were given again in place of doing something twice.
    pub(crate) replays: u32,
    pub(crate) conflicts: u32,
}

struct Shared {
    seed: u64,
    calm: AtomicBool,
    books: Mutex<LedgerState>,
}

pub(crate) struct Ledger {
    pub(crate) url: String,
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
}

impl Ledger {
    pub(crate) fn start(seed: u64) -> Self {
        let (calm, books) = (AtomicBool::new(false), Mutex::default());
        let shared = Arc::new(Shared { seed, calm, books });
        let mut runtime = Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        runtime.spawn(accept(listener, Arc::clone(&shared)));
        Self { url, shared, runtime: Some(runtime) }
    }

    /// From now on nothing goes wrong.
    pub(crate) fn calm(&self) {
        self.shared.calm.store(true, Ordering::SeqCst);
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, LedgerState> {
        self.shared.books.lock().unwrap()
    }
}

impl Drop for Ledger {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let listener = TcpListener::from_std(listener).unwrap();
    loop {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Some(seen) = request(&mut stream).await {
                if serve(&mut stream, seen, &shared).await.is_none() {
                    return;
                }
            }
        });
    }
}

/// Gives nothing when the connection is over.
async fn serve(stream: &mut TcpStream, seen: Seen, shared: &Arc<Shared>) -> Option<()> {
    let what = format!("{} {}", seen.line, String::from_utf8_lossy(&seen.body));
    let fault = shared.fault(&what, seen.key.as_deref());
    let plain = |status, body: &str| Some(whole(status, "", body));
    let instead = match fault {
        Some(ResetBefore) => return reset(stream),
        Some(CloseBefore) => return None,
        Some(Unavailable) => plain(503, ""),
        Some(BadGateway) => plain(502, "<html>Bad Gateway</html>"),
        Some(Locked) => plain(429, LOCK),
        Some(RateLimited) => plain(429, "{}"),
        _ => None,
    };
    if let Some(answer) = instead {
        return stream.write_all(&answer).await.ok();
    }
    let answer = if fault == Some(Slow) {
        // The work goes on when the client has gone.
        let shared = Arc::clone(shared);
        let work = async move { shared.carry_out(&what, seen.key, fault).await };
        tokio::spawn(work).await.unwrap()
    } else {
        shared.carry_out(&what, seen.key, fault).await
    };
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    match fault {
        Some(CloseAfter) => return None,
        Some(ResetAfter) => return reset(stream),
        Some(CutHead) => {
            stream.write_all(&answer[..head / 2]).await.ok()?;
            return None;
        }
        Some(CutBody | ResetBody) => {
            stream.write_all(&answer[..answer.len() - 1]).await.ok()?;
            return if fault == Some(CutBody) { None } else { reset(stream) };
        }
        Some(Stall) => tokio::time::sleep(TOO_LONG).await,
        Some(Trickle) => {
            for byte in &answer {
                tokio::time::sleep(TOO_LONG / 100).await;
                stream.write_all(&[*byte]).await.ok()?;
            }
            return Some(());
        }
        _ => {}
    }
    stream.write_all(&answer).await.ok()
}

fn reset(stream: &TcpStream) -> Option<()> {
    stream.set_zero_linger().unwrap();
    None
}

impl Shared {
    /// What is to go wrong, for one request in eight, and the entry of it in the books.
    fn fault(&self, what: &str, key: Option<&str>) -> Option<DecodeErrorKind> {
        let mut books = self.books.lock().unwrap();
        let attempt = books.requests.entry(what.to_owned()).or_default();
        *attempt += 1;
        let roll = roll(self.seed, &format!("{what} {attempt}"));
        books.keys.entry(what.to_owned()).or_default().insert(key.map(str::to_owned));
        let number = usize::try_from(roll % 128).unwrap();
        let fault = FAULTS.get(number).copied();
        let fault = fault.filter(|_| !self.calm.load(Ordering::SeqCst))?;
        *books.faults.entry(fault).or_default() += 1;
        Some(fault)
    }

    /// Does what was asked for, unless the key says that it was done before.
    async fn carry_out(
        &self,
        what: &str,
        key: Option<String>,
        fault: Option<DecodeErrorKind>,
    ) -> Vec<u8> {
        if let Some(key) = &key
            && let Some(answer) = self.known(key, what)
        {
            return answer;
        }
        if fault == Some(Slow) {
            tokio::time::sleep(TOO_LONG).await;
        }
        let answer = match fault {
            Some(Declined) => whole(402, "", DECLINED),
            Some(Broken) => whole(500, "", ""),
            _ => {
                let mut books = self.books.lock().unwrap();
                *books.done.entry(what.to_owned()).or_default() += 1;
                whole(200, "", WIDGET.replace("w_1", &id(what)))
            }
        };
        if let Some(key) = key {
            let entry = (what.to_owned(), Some(answer.clone()));
            self.books.lock().unwrap().ledger.insert(key, entry);
        }
        answer
    }

    /// The answer for a key that is known; a new one is entered.
    fn known(&self, key: &str, what: &str) -> Option<Vec<u8>> {
        let mut books = self.books.lock().unwrap();
        let (answer, replay) = match books.ledger.get(key) {
            None => {
                books.ledger.insert(key.to_owned(), (what.to_owned(), None));
                return None;
            }
            Some((other, _)) if other != what => (whole(400, "", REUSED), false),
            Some((_, Some(answer))) => (answer.clone(), true),
            Some((_, None)) => (whole(409, "", LOCK), false),
        };
        let count = if replay { &mut books.replays } else { &mut books.conflicts };
        *count += 1;
        Some(answer)
    }
}

/// Each call is about a widget of its own, named by a number.
fn id(what: &str) -> String {
    let digits = what.split("w_").nth(1).unwrap_or_default();
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    format!("w_{}", &digits[..end])
}
