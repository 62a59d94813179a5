//! What is sent to the operations of [`alloc`](super).

mod codec;
mod create_alloc_room;
mod m;

pub use self::create_alloc_room::{CreateAllocRoom, CreateAllocRoomKind};
pub use self::m::M;
