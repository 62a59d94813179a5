//! Types and operations of `cabins`.

mod cabin;
mod cabin_flap;
mod codec;
mod operations;

pub mod params;

pub use self::cabin::{Cabin, CabinColor};
pub use self::cabin_flap::CabinFlap;
pub use self::operations::Cabins;
