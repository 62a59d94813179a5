//! What is sent to the operations of [`type_`](super).

mod codec;
mod create_type_room;
mod m;

pub use self::create_type_room::{CreateTypeRoom, CreateTypeRoomKind};
pub use self::m::M;
