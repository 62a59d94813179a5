//! What is sent to the operations of [`params_`](super).

mod codec;
mod create_params_room;
mod m;

pub use self::create_params_room::{CreateParamsRoom, CreateParamsRoomKind};
pub use self::m::M;
