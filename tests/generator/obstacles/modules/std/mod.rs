//! Types and operations of `std`.

mod codec;
mod std_owner;
mod std_room;
mod std_rooms;

pub mod params;

pub use self::std_owner::StdOwner;
pub use self::std_room::{StdRoom, StdRoomKind};
pub use self::std_rooms::StdRooms;
