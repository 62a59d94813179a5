//! Types and operations of `blocking_`.

mod blocking_owner;
mod blocking_room;
mod blocking_rooms;
mod codec;

pub mod params;

pub use self::blocking_owner::BlockingOwner;
pub use self::blocking_room::{BlockingRoom, BlockingRoomKind};
pub use self::blocking_rooms::BlockingRooms;
