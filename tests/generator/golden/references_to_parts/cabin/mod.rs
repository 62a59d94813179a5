//! Types and operations of `cabin`.

mod cabins;
mod codec;
mod object;

pub mod params;

pub use self::cabins::Cabins;
pub use self::object::{Cabin, CabinColor};
