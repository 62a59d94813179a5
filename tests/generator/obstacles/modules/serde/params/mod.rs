//! What is sent to the operations of [`serde`](super).

mod codec;
mod create_serde_room;
mod m;

pub use self::create_serde_room::{CreateSerdeRoom, CreateSerdeRoomKind};
pub use self::m::M;
