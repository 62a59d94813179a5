//! Encoding parameters as a form. What was set so far is one sorted list of fields; every emitted
//! parameter type is a named view on it, and all that works on parameters exists once, here.

mod fields;
mod form;
mod param;
mod value;

pub(crate) use self::fields::Fields;
pub use self::form::EncodeError;
pub(crate) use self::param::Param;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::param::params;
pub use self::value::ParamValue;
