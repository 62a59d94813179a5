//! Types and operations of `huts`.

mod codec;
mod hut;
mod operations;

pub use self::hut::Hut;
pub use self::operations::Huts;
