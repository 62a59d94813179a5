//! What is sent to the operations of [`examples`](super).

mod codec;
mod create_examples_room;
mod m;

pub use self::create_examples_room::{CreateExamplesRoom, CreateExamplesRoomKind};
pub use self::m::M;
