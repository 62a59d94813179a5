//! Types and operations of `serde`.

mod codec;
mod serde_owner;
mod serde_room;
mod serde_rooms;

pub mod params;

pub use self::serde_owner::SerdeOwner;
pub use self::serde_room::{SerdeRoom, SerdeRoomKind};
pub use self::serde_rooms::SerdeRooms;
