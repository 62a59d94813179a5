//! Types and operations of `runtime_`.

mod codec;
mod runtime_owner;
mod runtime_room;
mod runtime_rooms;

pub mod params;

pub use self::runtime_owner::RuntimeOwner;
pub use self::runtime_room::{RuntimeRoom, RuntimeRoomKind};
pub use self::runtime_rooms::RuntimeRooms;
