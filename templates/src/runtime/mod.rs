//! Runtime support for the generated code: decoding, encoding, value types and the
//! client.
//!
//! Each room uses only those before it: `decode`, `serialize`, `values`, `encode`, `http`,
//! `outcome`, `transport`, `call`, `webhook`, `testing`. The names below are for the emitted
//! code and for users; a room names the module that it needs.

#[cfg(feature = "testing")]
pub mod testing;
pub mod transport;
pub mod webhook;

pub(crate) mod decode;
pub(crate) mod encode;
#[cfg(feature = "serialize")]
pub(crate) mod serialize;

mod call;
mod http;
mod outcome;
mod values;

#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::call::request;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::values::expand;

#[allow(unreachable_pub, reason = "the emitted module of this name re-exports it")]
pub use self::call::blocking;
pub use self::call::clock::{Clock, Random};
pub use self::call::config::AppInfo;
pub use self::call::pages::{Items, Pages};
pub use self::call::{Call, CallFuture, client};
pub use self::decode::{DecodeError, HasId};
pub use self::encode::range_filter::RangeFilter;
pub use self::encode::{EncodeError, ParamValue};
pub use self::http::headers::Headers;
pub use self::http::message::Method;
pub use self::outcome::api_error::ApiError;
pub use self::outcome::bytes::Bytes;
pub use self::outcome::error::{Error, ErrorKind};
pub use self::outcome::response::{Meta, Response};
pub use self::values::convert::{IntoParam, OneOrMany};
pub use self::values::decimal::{Decimal, ParseDecimalError};
pub use self::values::deleted::{Deletable, Deleted};
pub use self::values::expand::Expand;
pub use self::values::expandable::{Expandable, Expands};
pub use self::values::file::FileUpload;
pub use self::values::list::{List, SearchResult};
pub use self::values::raw::{RawJson, RawObject};
pub use self::values::secret::Secret;
pub use self::values::timestamp::{OutOfRange, Timestamp};
pub use self::values::unrecognized::Unrecognized;

/// The asynchronous client.
pub type Client = client::Client<client::Async>;

/// Configures and builds an asynchronous [`Client`].
pub type ClientBuilder = client::ClientBuilder<client::Async>;
