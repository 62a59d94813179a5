//! What is sent to the operations of [`blocking_`](super).

mod codec;
mod create_blocking_room;
mod m;

pub use self::create_blocking_room::{CreateBlockingRoom, CreateBlockingRoomKind};
pub use self::m::M;
