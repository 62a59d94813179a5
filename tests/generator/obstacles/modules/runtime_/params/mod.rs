//! What is sent to the operations of [`runtime_`](super).

mod codec;
mod create_runtime_room;
mod m;

pub use self::create_runtime_room::{CreateRuntimeRoom, CreateRuntimeRoomKind};
pub use self::m::M;
