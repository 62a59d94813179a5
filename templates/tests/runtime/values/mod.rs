//! Value types, their encoding and decoding.

mod decode;
mod encode;
mod expandable;
mod limits;
#[cfg(feature = "serialize")]
mod stored;
mod types;
