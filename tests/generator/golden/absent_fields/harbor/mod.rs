//! Types and operations of `harbor`.

mod codec;
mod object;

pub use self::object::Harbor;
