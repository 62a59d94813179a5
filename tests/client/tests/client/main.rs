//! The crate as its users see it: its requests, errors, webhooks, test kit and
//! documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "tests")]

mod fixtures_kit;
mod inventory_requests;
mod messages;
mod promises;
mod random_requests;
mod readme;
mod response_cost;
mod secrets;
mod webhook;
mod wire;
