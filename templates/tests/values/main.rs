//! Value types, their encoding and decoding.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod decode;
mod encode;
mod expandable;
mod limits;
#[cfg(feature = "serialize")]
mod stored;
mod types;
