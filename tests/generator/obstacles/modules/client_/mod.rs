//! Types and operations of `client_`.

mod client_room;
mod client_rooms;
mod codec;
mod references;

pub mod params;

pub use self::client_room::{ClientRoom, ClientRoomKind};
pub use self::client_rooms::ClientRooms;
pub use self::references::ClientOwnerRef;
