//! Types and operations of `client_rooms`.

mod client_room;
mod codec;
mod operations;

pub mod params;

pub use self::client_room::ClientRoom;
pub use self::operations::ClientRooms;
