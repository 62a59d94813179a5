//! What is sent to the operations of [`mod_`](super).

mod codec;
mod create_mod_room;
mod m;

pub use self::create_mod_room::{CreateModRoom, CreateModRoomKind};
pub use self::m::M;
