//! Types and operations of `tests`.

mod codec;
mod tests_owner;
mod tests_room;
mod tests_rooms;

pub mod params;

pub use self::tests_owner::TestsOwner;
pub use self::tests_room::{TestsRoom, TestsRoomKind};
pub use self::tests_rooms::TestsRooms;
