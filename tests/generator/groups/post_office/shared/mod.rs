//! Types and operations of `shared`.

mod codec;
mod stamp;

pub use self::stamp::{Stamp, StampColor};
