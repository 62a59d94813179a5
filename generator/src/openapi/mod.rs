//! The document as OpenAPI: pure functions from trees to trees.

pub mod dialect;
pub mod document;
pub mod overlay;
pub mod position;
pub mod slice;
