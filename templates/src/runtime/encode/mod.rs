//! Encodes parameters as a form, or as a multipart body if they contain files. The parameters set so far are one sorted list of
//! fields; every emitted parameter type is a named view of it, so that everything that
//! handles parameters exists only once, here.

mod fields;
mod form;
pub(crate) mod multipart;
mod param;
pub(crate) mod percent;
pub(crate) mod range_filter;
#[cfg(feature = "serialize")]
mod stored;
mod value;

pub(crate) use self::fields::Fields;
pub use self::form::EncodeError;
pub(crate) use self::param::Param;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::param::params;
#[cfg(feature = "serialize")]
pub(crate) use self::stored::show_params;
pub use self::value::ParamValue;
