//! Types and operations of `alloc`.

mod alloc_owner;
mod alloc_room;
mod alloc_rooms;
mod codec;

pub mod params;

pub use self::alloc_owner::AllocOwner;
pub use self::alloc_room::{AllocRoom, AllocRoomKind};
pub use self::alloc_rooms::AllocRooms;
