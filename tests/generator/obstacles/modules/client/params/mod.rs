//! What is sent to the operations of [`client`](super).

mod codec;
mod create_client_room;
mod m;

pub use self::create_client_room::{CreateClientRoom, CreateClientRoomKind};
pub use self::m::M;
