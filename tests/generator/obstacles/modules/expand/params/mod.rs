//! What is sent to the operations of [`expand`](super).

mod codec;
mod create_expand_room;
mod m;

pub use self::create_expand_room::{CreateExpandRoom, CreateExpandRoomKind};
pub use self::m::M;
