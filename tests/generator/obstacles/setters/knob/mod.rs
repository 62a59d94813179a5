//! Types and operations of `knob`.

mod codec;
mod knobs;
mod object;

pub mod params;

pub use self::knobs::Knobs;
pub use self::object::Knob;
