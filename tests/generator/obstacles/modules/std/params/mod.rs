//! What is sent to the operations of [`std`](super).

mod codec;
mod create_std_room;
mod m;

pub use self::create_std_room::{CreateStdRoom, CreateStdRoomKind};
pub use self::m::M;
