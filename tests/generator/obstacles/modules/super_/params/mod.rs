//! What is sent to the operations of [`super_`](super).

mod codec;
mod create_super_room;
mod m;

pub use self::create_super_room::{CreateSuperRoom, CreateSuperRoomKind};
pub use self::m::M;
