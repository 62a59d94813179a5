//! Types and operations of `super_`.

mod codec;
mod super_owner;
mod super_room;
mod super_rooms;

pub mod params;

pub use self::super_owner::SuperOwner;
pub use self::super_room::{SuperRoom, SuperRoomKind};
pub use self::super_rooms::SuperRooms;
