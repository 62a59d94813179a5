//! The runtime, with a few invented resources in place of emitted ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

mod client;
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
mod faults;
mod values;
