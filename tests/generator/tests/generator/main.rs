//! The generator and the crates that it writes.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod damage;
mod dump;
mod invented;
mod manifest;
mod output;
mod overlay;
mod reserved;
mod rooms;
mod shown_code;

/// The path of the generator.
const GENERATOR: &str = env!("CARGO_BIN_EXE_generator-command");
