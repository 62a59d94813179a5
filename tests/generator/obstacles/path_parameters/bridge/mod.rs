//! Types and operations of `bridge`.

mod bridges;
mod codec;
mod object;
mod ropes;

pub mod params;

pub use self::bridges::Bridges;
pub use self::object::Bridge;
pub use self::ropes::Ropes;
