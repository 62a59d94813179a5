//! Types and operations of `flap`.

mod codec;
mod object;

pub use self::object::Flap;
