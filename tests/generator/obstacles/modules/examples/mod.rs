//! Types and operations of `examples`.

mod codec;
mod examples_owner;
mod examples_room;
mod examples_rooms;

pub mod params;

pub use self::examples_owner::ExamplesOwner;
pub use self::examples_room::{ExamplesRoom, ExamplesRoomKind};
pub use self::examples_rooms::ExamplesRooms;
