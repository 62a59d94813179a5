//! Types and operations of `journal`.

mod codec;
mod object;

pub use self::object::Journal;
