//! Types and operations of `expand`.

mod codec;
mod expand_owner;
mod expand_room;
mod expand_rooms;

pub mod params;

pub use self::expand_owner::ExpandOwner;
pub use self::expand_room::{ExpandRoom, ExpandRoomKind};
pub use self::expand_rooms::ExpandRooms;
