//! Types and operations of `crate_`.

mod codec;
mod crate_room;
mod crate_rooms;
mod references;

pub mod params;

pub use self::crate_room::{CrateRoom, CrateRoomKind};
pub use self::crate_rooms::CrateRooms;
pub use self::references::CrateOwnerRef;
