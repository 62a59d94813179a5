//! Types and operations of `bin_`.

mod bin_owner;
mod bin_room;
mod bin_rooms;
mod codec;

pub mod params;

pub use self::bin_owner::BinOwner;
pub use self::bin_room::{BinRoom, BinRoomKind};
pub use self::bin_rooms::BinRooms;
