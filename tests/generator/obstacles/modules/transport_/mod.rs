//! Types and operations of `transport_`.

mod codec;
mod transport_owner;
mod transport_room;
mod transport_rooms;

pub mod params;

pub use self::transport_owner::TransportOwner;
pub use self::transport_room::{TransportRoom, TransportRoomKind};
pub use self::transport_rooms::TransportRooms;
