//! Support for the tests.

#![allow(missing_docs, reason = "names say it; comments are for what they do not say")]
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

pub mod form_text;
pub mod forms;
pub mod inventory;
pub mod mock;
pub mod program;
pub mod property;
pub mod refused;
pub mod response;
pub mod secrets;
pub mod strict;
pub mod wire;

pub use test_support::{cargo, official, programs, report, server, target, workspace};
