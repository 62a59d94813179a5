//! Types and operations of `core`.

mod codec;
mod core_owner;
mod core_room;
mod core_rooms;

pub mod params;

pub use self::core_owner::CoreOwner;
pub use self::core_room::{CoreRoom, CoreRoomKind};
pub use self::core_rooms::CoreRooms;
