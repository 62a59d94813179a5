//! What is sent to the operations of [`crate_`](super).

mod codec;
mod create_crate_room;
mod m;

pub use self::create_crate_room::{CreateCrateRoom, CreateCrateRoomKind};
pub use self::m::M;
