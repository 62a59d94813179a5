//! Types and operations of `crate_rooms`.

mod codec;
mod crate_room;
mod operations;

pub mod params;

pub use self::crate_room::CrateRoom;
pub use self::operations::CrateRooms;
