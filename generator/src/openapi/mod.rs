//! The document as OpenAPI: pure functions from trees to trees.

pub(crate) mod components;
pub mod dialect;
pub mod document;
mod keywords;
pub(crate) mod operation;
pub mod overlay;
pub mod position;
pub(crate) mod schema;
pub mod slice;
