//! Types and operations of `version_`.

mod codec;
mod version_owner;
mod version_room;
mod version_rooms;

pub mod params;

pub use self::version_owner::VersionOwner;
pub use self::version_room::{VersionRoom, VersionRoomKind};
pub use self::version_rooms::VersionRooms;
