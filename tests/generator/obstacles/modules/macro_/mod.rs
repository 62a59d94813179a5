//! Types and operations of `macro_`.

mod codec;
mod macro_owner;
mod macro_room;
mod macro_rooms;

pub mod params;

pub use self::macro_owner::MacroOwner;
pub use self::macro_room::{MacroRoom, MacroRoomKind};
pub use self::macro_rooms::MacroRooms;
