//! Types and operations of `lib_`.

mod codec;
mod lib_room;
mod lib_rooms;
mod references;

pub mod params;

pub use self::lib_room::{LibRoom, LibRoomKind};
pub use self::lib_rooms::LibRooms;
pub use self::references::LibOwnerRef;
