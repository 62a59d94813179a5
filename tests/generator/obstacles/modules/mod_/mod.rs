//! Types and operations of `mod_`.

mod codec;
mod mod_owner;
mod mod_room;
mod mod_rooms;

pub mod params;

pub use self::mod_owner::ModOwner;
pub use self::mod_room::{ModRoom, ModRoomKind};
pub use self::mod_rooms::ModRooms;
