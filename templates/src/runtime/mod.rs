//! Runtime support for the generated code: decoding, encoding, value types and the
//! client.

#[allow(unreachable_pub, reason = "the emitted module of this name re-exports it")]
pub mod blocking;
pub mod client;
#[cfg(feature = "testing")]
pub mod testing;
pub mod transport;
pub mod webhook;

pub(crate) mod decode;
pub(crate) mod encode;

mod api_error;
mod call;
mod cancel;
mod clock;
mod config;
mod convert;
mod decimal;
mod deleted;
mod drive;
mod error;
pub(crate) mod expand;
mod expandable;
mod headers;
mod list;
mod options;
mod pages;
mod path;
mod percent;
mod prepare;
mod range_filter;
mod raw;
pub(crate) mod request;
mod response;
mod retry;
mod retry_state;
mod secret;
#[cfg(feature = "serialize")]
pub(crate) mod serialize;
mod timestamp;
mod trace;
mod unrecognized;

pub use api_error::ApiError;
pub use call::{Call, CallFuture};
pub use clock::{Clock, Random};
pub use config::AppInfo;
pub use convert::{IntoParam, OneOrMany};
pub use decimal::{Decimal, ParseDecimalError};
pub use decode::{DecodeError, HasId};
pub use deleted::{Deletable, Deleted};
pub use encode::{EncodeError, ParamValue};
pub use error::{Error, ErrorKind};
pub use expand::Expand;
pub use expandable::{Expandable, Expands};
pub use headers::Headers;
pub use list::{List, SearchResult};
pub use pages::{Items, Pages};
pub use range_filter::RangeFilter;
pub use raw::{RawJson, RawObject};
pub use response::{Meta, Response};
pub use secret::Secret;
pub use timestamp::{OutOfRange, Timestamp};
pub use transport::Method;
pub use unrecognized::Unrecognized;

/// The asynchronous client.
pub type Client = client::Client<client::Async>;

/// Configures and builds an asynchronous [`Client`].
pub type ClientBuilder = client::ClientBuilder<client::Async>;
