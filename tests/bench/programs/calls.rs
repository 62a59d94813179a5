//! Makes calls to a server and prints what they cost, the same for all subjects:
//! `requests URL CALLS AT_ONCE`.

use std::fs;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// The arguments of the program.
pub struct Arguments {
    pub url: String,
    calls: usize,
    at_once: usize,
}

impl Arguments {
    pub fn read() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [url, calls, at_once] = <[String; 3]>::try_from(arguments).expect("three arguments");
        let number = |text: String| text.parse().expect("a number");
        Self { url, calls: number(calls), at_once: number(at_once) }
    }
}

/// Makes the calls on one thread, after as many as the connections need to be open, and prints
/// seconds, CPU seconds and the peak of memory.
pub fn make<C, F>(arguments: &Arguments, call: C)
where
    C: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let call = Arc::new(call);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let Arguments { calls, at_once, .. } = *arguments;
    runtime.block_on(in_turns(&call, at_once, at_once));
    let (started, cpu) = (Instant::now(), cpu_nanoseconds());
    runtime.block_on(in_turns(&call, calls, at_once));
    println!("seconds={}", started.elapsed().as_secs_f64());
    println!("cpu={}", (cpu_nanoseconds() - cpu) / 1e9);
    println!("peak={}", peak_kilobytes());
}

async fn in_turns<C, F>(call: &Arc<C>, calls: usize, at_once: usize)
where
    C: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let begun = Arc::new(AtomicUsize::new(0));
    let tasks = (0..at_once).map(|_| {
        let (call, begun) = (Arc::clone(call), Arc::clone(&begun));
        tokio::spawn(async move {
            while begun.fetch_add(1, Ordering::Relaxed) < calls {
                call().await;
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("a task");
    }
}

/// Returns the CPU time of the main thread, which makes the calls.
fn cpu_nanoseconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|time| time.parse().ok()).unwrap_or(f64::NAN)
}

fn peak_kilobytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.split_whitespace().next()?.parse().ok());
    peak.unwrap_or(f64::NAN)
}
