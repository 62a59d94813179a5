//! Types and operations of `type_`.

mod codec;
mod type_owner;
mod type_room;
mod type_rooms;

pub mod params;

pub use self::type_owner::TypeOwner;
pub use self::type_room::{TypeRoom, TypeRoomKind};
pub use self::type_rooms::TypeRooms;
