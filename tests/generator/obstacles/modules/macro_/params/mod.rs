//! What is sent to the operations of [`macro_`](super).

mod codec;
mod create_macro_room;
mod m;

pub use self::create_macro_room::{CreateMacroRoom, CreateMacroRoomKind};
pub use self::m::M;
