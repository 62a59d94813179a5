//! What is sent to the operations of [`build`](super).

mod codec;
mod create_build_room;
mod m;

pub use self::create_build_room::{CreateBuildRoom, CreateBuildRoomKind};
pub use self::m::M;
