//! Types and operations of `sign`.

mod codec;
mod object;
mod signs;

pub mod params;

pub use self::object::{Sign, Text};
pub use self::signs::Signs;
