//! Types and operations of `lib_rooms`.

mod codec;
mod lib_room;
mod operations;

pub mod params;

pub use self::lib_room::LibRoom;
pub use self::operations::LibRooms;
