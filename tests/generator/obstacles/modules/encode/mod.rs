//! Types and operations of `encode`.

mod codec;
mod encode_owner;
mod encode_room;
mod encode_rooms;

pub mod params;

pub use self::encode_owner::EncodeOwner;
pub use self::encode_room::{EncodeRoom, EncodeRoomKind};
pub use self::encode_rooms::EncodeRooms;
