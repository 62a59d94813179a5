//! Types and operations of `lib_`.

mod codec;
mod lib_owner;
mod lib_room;
mod lib_rooms;

pub mod params;

pub use self::lib_owner::LibOwner;
pub use self::lib_room::{LibRoom, LibRoomKind};
pub use self::lib_rooms::LibRooms;
