//! What is sent to the operations of [`version_`](super).

mod codec;
mod create_version_room;
mod m;

pub use self::create_version_room::{CreateVersionRoom, CreateVersionRoomKind};
pub use self::m::M;
