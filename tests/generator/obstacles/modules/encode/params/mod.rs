//! What is sent to the operations of [`encode`](super).

mod codec;
mod create_encode_room;
mod m;

pub use self::create_encode_room::{CreateEncodeRoom, CreateEncodeRoomKind};
pub use self::m::M;
