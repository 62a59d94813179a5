//! What is sent to the operations of [`main_`](super).

mod codec;
mod create_main_room;
mod m;

pub use self::create_main_room::{CreateMainRoom, CreateMainRoomKind};
pub use self::m::M;
