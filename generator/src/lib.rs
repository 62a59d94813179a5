//! Reads Stripe's OpenAPI document and writes a Rust client crate.

pub mod diagnostic;
pub mod diff;
pub mod dump;
pub mod explain;
pub mod input;
pub mod model;
pub mod openapi;
pub mod output;
pub mod pipeline;
pub mod rust;
#[cfg(test)]
pub(crate) mod testing;
pub mod upgrade;
