//! Types and operations of `stamp`.

mod codec;
mod object;

pub use self::object::Stamp;
