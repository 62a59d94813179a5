//! What is sent to the operations of [`self_`](super).

mod codec;
mod create_self_room;
mod m;

pub use self::create_self_room::{CreateSelfRoom, CreateSelfRoomKind};
pub use self::m::M;
