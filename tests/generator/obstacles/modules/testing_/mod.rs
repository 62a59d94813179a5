//! Types and operations of `testing_`.

mod codec;
mod testing_owner;
mod testing_room;
mod testing_rooms;

pub mod params;

pub use self::testing_owner::TestingOwner;
pub use self::testing_room::{TestingRoom, TestingRoomKind};
pub use self::testing_rooms::TestingRooms;
