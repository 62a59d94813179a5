//! What is sent to the operations of [`lib_`](super).

mod codec;
mod create_lib_room;
mod m;

pub use self::create_lib_room::{CreateLibRoom, CreateLibRoomKind};
pub use self::m::M;
