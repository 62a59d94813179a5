//! What is sent to the operations of [`decode`](super).

mod codec;
mod create_decode_room;
mod m;

pub use self::create_decode_room::{CreateDecodeRoom, CreateDecodeRoomKind};
pub use self::m::M;
