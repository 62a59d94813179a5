//! Nothing is done twice and nothing is lost: ten thousand calls over a bad network, held
//! against the books of the server.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::support::KEY;
use crate::support::ledger::{FAULTS, Ledger, TOO_LONG, roll};
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::stand_in::{Widget, Widgets};
use stripe_runtime::transport::Hyper;
use stripe_runtime::{Call, Client, Error, Response};

const SEED: u64 = 0x5eed;
const CALLS: u32 = 10_000;
const TASKS: u32 = 64;
const DEADLINE: Duration = Duration::from_secs(8);
/// What a busy machine may add to a deadline.
const SLACK: Duration = Duration::from_secs(8);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Create,
    Expire,
    Retrieve,
    Delete,
}

impl Kind {
    fn of(number: u32) -> Self {
        match roll(SEED, &number.to_string()) % 20 {
            0..12 => Self::Create,
            12..15 => Self::Expire,
            15..18 => Self::Retrieve,
            _ => Self::Delete,
        }
    }

    const fn has_key(self) -> bool {
        matches!(self, Self::Create | Self::Expire)
    }

    fn call<M>(self, widgets: &Widgets<M>, number: u32) -> Call<Widget, M> {
        let id = format!("w_{number}");
        let call = match self {
            Self::Create => widgets.create(CreateWidget::new(id)),
            Self::Expire => widgets.expire(id),
            Self::Retrieve => widgets.retrieve(id),
            Self::Delete => widgets.delete(id),
        };
        call.max_retries(retries(number)).timeout(TOO_LONG / 2).deadline(DEADLINE)
    }

    /// How the books name a call.
    fn what(self, number: u32) -> String {
        match self {
            Self::Create => format!("POST /v1/widgets HTTP/1.1 name=w_{number}"),
            Self::Expire => format!("POST /v1/widgets/w_{number}/expire HTTP/1.1 "),
            Self::Retrieve => format!("GET /v1/widgets/w_{number} HTTP/1.1 "),
            Self::Delete => format!("DELETE /v1/widgets/w_{number} HTTP/1.1 "),
        }
    }
}

/// With few of them, more calls end without an answer.
const fn retries(number: u32) -> u32 {
    number % 4
}

struct Report {
    number: u32,
    kind: Kind,
    answer: Result<Response<Widget>, Error>,
    took: Duration,
}

impl Report {
    fn key(&self) -> Option<&str> {
        let meta = match &self.answer {
            Ok(widget) => widget.meta(),
            Err(error) => error.meta(),
        };
        meta.idempotency_key()
    }

    /// What must be true of each call, whatever went wrong.
    fn check(&self, ledger: &Ledger) {
        let books = ledger.books();
        let Self { number, kind, .. } = self;
        let what = kind.what(*number);
        let done = books.done.get(&what).copied().unwrap_or_default();
        assert!(self.took < DEADLINE + SLACK, "{what} took {:?}", self.took);
        if kind.has_key() {
            assert!(done <= 1, "{what} was done {done} times");
            assert!(self.key().is_some(), "{what} does not say its key");
        }
        match &self.answer {
            Ok(widget) => {
                assert_eq!(
                    widget.id,
                    format!("w_{number}"),
                    "the answer to another call"
                );
                assert!(done >= 1, "{what} succeeded but was never done");
            }
            Err(error) => {
                assert!(!error.is_idempotency() && !error.is_decode(), "{error}");
            }
        }
        if let Some(keys) = books.keys.get(&what) {
            let own = HashSet::from([self.key().map(str::to_owned)]);
            assert_eq!(keys, &own, "{what}: one key for all attempts, as reported");
        }
        let requests = books.requests.get(&what).copied().unwrap_or_default();
        assert!(requests <= 1 + retries(*number), "{what} was sent {requests} times");
    }
}

async fn run(widgets: &Widgets<stripe_runtime::client::Async>, number: u32) -> Report {
    let (kind, started) = (Kind::of(number), Instant::now());
    let call = kind.call(widgets, number).into_future();
    let answer = tokio::time::timeout(DEADLINE * 4, call).await.expect("a call hangs");
    Report { number, kind, answer, took: started.elapsed() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_over_a_bad_network() {
    let ledger = Ledger::start(SEED);
    let transport = Hyper::builder().env_proxies(false).max_concurrent(48);
    let client = Client::builder(KEY).base_url(&ledger.url);
    let client = client.transport(transport.build().unwrap()).build().unwrap();
    let started = Instant::now();
    let next = Arc::new(AtomicU32::new(0));
    let tasks = (0..TASKS).map(|_| {
        let (widgets, next) = (client.widgets(), Arc::clone(&next));
        tokio::spawn(async move {
            let mut reports = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= CALLS {
                    return reports;
                }
                reports.push(run(&widgets, number).await);
            }
        })
    });
    let mut reports = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        reports.extend(task.await.unwrap());
    }
    let took = started.elapsed();
    // What was slow has its end in the books too.
    tokio::time::sleep(TOO_LONG * 2).await;
    assert_eq!(reports.len(), CALLS as usize);
    for report in &reports {
        report.check(&ledger);
    }
    let recovered = recover(&ledger, &client, &reports).await;
    print(&ledger, &reports, took, recovered);
    check_that_it_was_bad(&ledger, &reports, recovered);
}

/// With the key of an error whose outcome is unknown the call can be made again.
async fn recover(ledger: &Ledger, client: &Client, reports: &[Report]) -> usize {
    ledger.calm();
    let mut again = Vec::new();
    for Report { number, kind, answer, .. } in reports {
        if let Err(error) = answer
            && let Some(key) = error.meta().idempotency_key()
            && error.is_connection()
        {
            let call = kind.call(&client.widgets(), *number);
            let call = call.idempotency_key(key).max_retries(3);
            again.push((*number, *kind, tokio::spawn(call.into_future())));
        }
    }
    let recovered = again.len();
    for (number, kind, call) in again {
        let done = match call.await.unwrap() {
            Ok(widget) => {
                assert_eq!(widget.id, format!("w_{number}"));
                1
            }
            // The server had refused it, and says so again.
            Err(error) => {
                assert!(matches!(error.meta().status(), Some(402 | 500)), "{error}");
                0
            }
        };
        let what = kind.what(number);
        let found = ledger.books().done.get(&what).copied().unwrap_or_default();
        assert_eq!(found, done, "{what}");
    }
    recovered
}

fn print(ledger: &Ledger, reports: &[Report], took: Duration, recovered: usize) {
    let books = ledger.books();
    let mut outcomes: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    for report in reports {
        let outcome = match &report.answer {
            Ok(_) => "succeeded".to_owned(),
            Err(error) => format!("{:?} {:?}", error.kind(), error.meta().status()),
        };
        *outcomes.entry((report.kind, outcome)).or_default() += 1;
    }
    let longest = reports.iter().map(|report| report.took).max().unwrap_or_default();
    let requests: u32 = books.requests.values().sum();
    let faults: u32 = books.faults.values().sum();
    println!("{CALLS} calls by {TASKS} tasks in {took:.1?}, the longest {longest:.1?}");
    println!("{requests} requests, {faults} faults: {:?}", books.faults);
    println!("{} replays, {} conflicts", books.replays, books.conflicts);
    println!("{recovered} calls of unknown outcome made again with their keys");
    for ((kind, outcome), count) in outcomes {
        println!("{kind:?} {outcome}: {count}");
    }
}

/// A test in which nothing went wrong would prove nothing.
fn check_that_it_was_bad(ledger: &Ledger, reports: &[Report], recovered: usize) {
    let books = ledger.books();
    for fault in FAULTS {
        assert!(books.faults.get(&fault) > Some(&20), "{fault:?} was not met");
    }
    assert!(books.replays > 100 && books.conflicts > 0 && recovered > 50);
    let succeeded = reports.iter().filter(|report| report.answer.is_ok()).count();
    assert!(succeeded > reports.len() / 2, "only {succeeded} succeeded");
}
