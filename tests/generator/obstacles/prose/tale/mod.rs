//! Types and operations of `tale`.

mod codec;
mod object;
mod tales;

pub use self::object::{Tale, TaleKind};
pub use self::tales::Tales;
