//! Types and operations of `client_`.

mod client_owner;
mod client_room;
mod client_rooms;
mod codec;

pub mod params;

pub use self::client_owner::ClientOwner;
pub use self::client_room::{ClientRoom, ClientRoomKind};
pub use self::client_rooms::ClientRooms;
