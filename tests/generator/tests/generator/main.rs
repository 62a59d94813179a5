//! The generator and the crates that it writes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

mod damage;
mod dump;
mod growth;
mod hostile_text;
mod invented;
mod key_order;
mod manifest;
mod output;
mod overlay;
mod reserved;
mod rooms;
mod selected_crate;
mod shown_code;
mod system_names;

/// The path of the generator.
const GENERATOR: &str = env!("CARGO_BIN_EXE_generator-command");
