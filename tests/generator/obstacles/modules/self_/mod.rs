//! Types and operations of `self_`.

mod codec;
mod self_owner;
mod self_room;
mod self_rooms;

pub mod params;

pub use self::self_owner::SelfOwner;
pub use self::self_room::{SelfRoom, SelfRoomKind};
pub use self::self_rooms::SelfRooms;
