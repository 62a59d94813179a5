//! A stand-in for what the generator emits, for the runtime to be compiled and tested against.

mod runtime;
pub mod stand_in;

pub use runtime::*;

/// The API version that the stand-in speaks.
pub const API_VERSION: &str = "2026-08-26.dahlia";
