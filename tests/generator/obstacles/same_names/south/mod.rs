//! Types and operations of `south`.

mod codec;
mod gate;

pub use self::gate::{Gate, Side};
