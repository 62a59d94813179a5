//! A stand-in for the emitted code, so that the runtime can be compiled and tested.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod runtime;
pub mod stand_in;

pub use runtime::*;

/// The parameters that must not be printed.
#[cfg(feature = "serialize")]
const SECRET_PARAMS: &[&str] = &["password"];

/// The API version of the stand-in.
pub const API_VERSION: &str = "2026-08-26.dahlia";
