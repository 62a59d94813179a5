//! Types and operations of `north`.

mod codec;
mod gate;

pub use self::gate::{Gate, Side};
