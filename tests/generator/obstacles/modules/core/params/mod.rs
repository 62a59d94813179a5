//! What is sent to the operations of [`core`](super).

mod codec;
mod create_core_room;
mod m;

pub use self::create_core_room::{CreateCoreRoom, CreateCoreRoomKind};
pub use self::m::M;
