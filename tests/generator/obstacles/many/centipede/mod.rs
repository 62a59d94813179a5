//! Types and operations of `centipede`.

mod centipedes;
mod codec;
mod object;

pub mod params;

pub use self::centipedes::Centipedes;
pub use self::object::Centipede;
