//! Types and operations of `main_`.

mod codec;
mod main_owner;
mod main_room;
mod main_rooms;

pub mod params;

pub use self::main_owner::MainOwner;
pub use self::main_room::{MainRoom, MainRoomKind};
pub use self::main_rooms::MainRooms;
