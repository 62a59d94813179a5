//! Types and operations of `build`.

mod build_owner;
mod build_room;
mod build_rooms;
mod codec;

pub mod params;

pub use self::build_owner::BuildOwner;
pub use self::build_room::{BuildRoom, BuildRoomKind};
pub use self::build_rooms::BuildRooms;
