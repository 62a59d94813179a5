//! Types and operations of `hut`.

mod codec;
mod huts;
mod object;

pub use self::huts::Huts;
pub use self::object::Hut;
