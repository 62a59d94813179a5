//! What is sent to the operations of [`transport_`](super).

mod codec;
mod create_transport_room;
mod m;

pub use self::create_transport_room::{CreateTransportRoom, CreateTransportRoomKind};
pub use self::m::M;
