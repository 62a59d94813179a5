//! The values that the types of the API are made of, and the conversions of arguments.

pub(crate) mod convert;
pub(crate) mod decimal;
pub(crate) mod deleted;
pub(crate) mod expand;
pub(crate) mod expandable;
pub(crate) mod file;
pub(crate) mod list;
pub(crate) mod raw;
pub(crate) mod secret;
#[cfg(feature = "serialize")]
mod serialize;
pub(crate) mod timestamp;
pub(crate) mod unrecognized;
