//! What is sent to the operations of [`knob`](super).

mod codec;
mod create_knob;

pub use self::create_knob::{CreateKnob, Until};
