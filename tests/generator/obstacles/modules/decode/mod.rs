//! Types and operations of `decode`.

mod codec;
mod decode_owner;
mod decode_room;
mod decode_rooms;

pub mod params;

pub use self::decode_owner::DecodeOwner;
pub use self::decode_room::{DecodeRoom, DecodeRoomKind};
pub use self::decode_rooms::DecodeRooms;
