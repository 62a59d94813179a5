//! Tests of the transports against misbehaving servers and networks.
#![cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

mod bodies;
mod connection;
#[cfg(feature = "http2")]
mod http2;
mod idle;
#[cfg(feature = "hyper")]
mod ledger;
#[cfg(feature = "hyper")]
mod load;
mod responses;
mod time;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod tls;
