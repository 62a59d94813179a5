//! The outcome of a call: a response or an error, both with the same metadata.

pub(crate) mod api_error;
pub(crate) mod bytes;
pub(crate) mod error;
pub(crate) mod response;
