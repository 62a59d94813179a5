//! Reads Stripe's OpenAPI document and writes a Rust client crate.

pub mod diagnostic;
pub mod dialect;
pub mod document;
mod emit;
mod fixture;
mod ident;
pub mod inputs;
mod inventory;
pub mod ir;
pub mod load;
mod locate;
pub mod lower;
mod manifest;
pub mod output;
pub mod overlay;
pub mod passes;
pub mod pipeline;
pub mod position;
pub mod prose;
mod readme;
mod render;
pub mod report;
mod runtime;
pub mod save;
pub mod scope;
pub mod slice;
mod tree;
