//! Types and operations of `crate_`.

mod codec;
mod crate_owner;
mod crate_room;
mod crate_rooms;

pub mod params;

pub use self::crate_owner::CrateOwner;
pub use self::crate_room::{CrateRoom, CrateRoomKind};
pub use self::crate_rooms::CrateRooms;
