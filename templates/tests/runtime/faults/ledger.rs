//! Ten thousand calls over an unreliable network, compared with the records of the
//! server: nothing is executed twice, and no result is lost.

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
/// The time by which a busy machine may exceed a deadline.
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

    /// Returns the operation by which the server records a call.
    fn operation(self, number: u32) -> String {
        match self {
            Self::Create => format!("POST /v1/widgets HTTP/1.1 name=w_{number}"),
            Self::Expire => format!("POST /v1/widgets/w_{number}/expire HTTP/1.1 "),
            Self::Retrieve => format!("GET /v1/widgets/w_{number} HTTP/1.1 "),
            Self::Delete => format!("DELETE /v1/widgets/w_{number} HTTP/1.1 "),
        }
    }
}

/// With few retries, more calls end without a response.
const fn retries(number: u32) -> u32 {
    number % 4
}

struct Report {
    number: u32,
    kind: Kind,
    result: Result<Response<Widget>, Error>,
    took: Duration,
}

impl Report {
    fn key(&self) -> Option<&str> {
        let meta = match &self.result {
            Ok(widget) => widget.meta(),
            Err(error) => error.meta(),
        };
        meta.idempotency_key()
    }

    /// Checks what must hold for every call, whatever went wrong.
    fn check(&self, ledger: &Ledger) {
        let state = ledger.state();
        let Self { number, kind, .. } = self;
        let operation = kind.operation(*number);
        let executed = state.executed.get(&operation).copied().unwrap_or_default();
        assert!(self.took < DEADLINE + SLACK, "{operation} took {:?}", self.took);
        if kind.has_key() {
            assert!(executed <= 1, "{operation} was executed {executed} times");
            assert!(self.key().is_some(), "{operation}: no idempotency key");
        }
        match &self.result {
            Ok(widget) => {
                assert_eq!(widget.id, format!("w_{number}"), "response to another call");
                assert!(executed >= 1, "{operation} succeeded without being executed");
            }
            Err(error) => {
                assert!(!error.is_idempotency() && !error.is_decode(), "{error}");
            }
        }
        if let Some(keys) = state.keys.get(&operation) {
            let own = HashSet::from([self.key().map(str::to_owned)]);
            assert_eq!(
                keys, &own,
                "{operation}: all attempts must have the reported key"
            );
        }
        let requests = state.requests.get(&operation).copied().unwrap_or_default();
        assert!(
            requests <= 1 + retries(*number),
            "{operation} was sent {requests} times"
        );
    }
}

async fn run(widgets: &Widgets<stripe_runtime::client::Async>, number: u32) -> Report {
    let (kind, started) = (Kind::of(number), Instant::now());
    let call = kind.call(widgets, number).into_future();
    let result = tokio::time::timeout(DEADLINE * 4, call).await.expect("the call hangs");
    Report { number, kind, result, took: started.elapsed() }
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
    // Slow operations must be recorded too.
    tokio::time::sleep(TOO_LONG * 2).await;
    assert_eq!(reports.len(), CALLS as usize);
    for report in &reports {
        report.check(&ledger);
    }
    let recovered = recover(&ledger, &client, &reports).await;
    print(&ledger, &reports, took, recovered);
    check_that_faults_occurred(&ledger, &reports, recovered);
}

/// Repeats calls with an unknown outcome under their keys.
async fn recover(ledger: &Ledger, client: &Client, reports: &[Report]) -> usize {
    ledger.stop_faults();
    let mut repeated = Vec::new();
    for Report { number, kind, result, .. } in reports {
        if let Err(error) = result
            && let Some(key) = error.meta().idempotency_key()
            && error.is_connection()
        {
            let call = kind.call(&client.widgets(), *number);
            let call = call.idempotency_key(key).max_retries(3);
            repeated.push((*number, *kind, tokio::spawn(call.into_future())));
        }
    }
    let recovered = repeated.len();
    for (number, kind, call) in repeated {
        let executed = match call.await.unwrap() {
            Ok(widget) => {
                assert_eq!(widget.id, format!("w_{number}"));
                1
            }
            // The server rejected the call, and replays its response.
            Err(error) => {
                assert!(matches!(error.meta().status(), Some(402 | 500)), "{error}");
                0
            }
        };
        let operation = kind.operation(number);
        let found = ledger.state().executed.get(&operation).copied().unwrap_or_default();
        assert_eq!(found, executed, "{operation}");
    }
    recovered
}

fn print(ledger: &Ledger, reports: &[Report], took: Duration, recovered: usize) {
    let state = ledger.state();
    let mut outcomes: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    for report in reports {
        let outcome = match &report.result {
            Ok(_) => "succeeded".to_owned(),
            Err(error) => format!("{:?} {:?}", error.kind(), error.meta().status()),
        };
        *outcomes.entry((report.kind, outcome)).or_default() += 1;
    }
    let longest = reports.iter().map(|report| report.took).max().unwrap_or_default();
    let requests: u32 = state.requests.values().sum();
    let faults: u32 = state.faults.values().sum();
    println!("{CALLS} calls by {TASKS} tasks in {took:.1?}, the longest {longest:.1?}");
    println!("{requests} requests, {faults} faults: {:?}", state.faults);
    println!("{} replays, {} conflicts", state.replays, state.conflicts);
    println!("{recovered} calls with unknown outcome repeated with their keys");
    for ((kind, outcome), count) in outcomes {
        println!("{kind:?} {outcome}: {count}");
    }
}

/// Checks that all faults occurred, since the test would prove nothing otherwise.
fn check_that_faults_occurred(ledger: &Ledger, reports: &[Report], recovered: usize) {
    let state = ledger.state();
    for fault in FAULTS {
        assert!(state.faults.get(&fault) > Some(&20), "{fault:?} did not occur");
    }
    assert!(state.replays > 100 && state.conflicts > 0 && recovered > 50);
    let succeeded = reports.iter().filter(|report| report.result.is_ok()).count();
    assert!(succeeded > reports.len() / 2, "only {succeeded} succeeded");
}
