//! What is sent to the operations of [`bin_`](super).

mod codec;
mod create_bin_room;
mod m;

pub use self::create_bin_room::{CreateBinRoom, CreateBinRoomKind};
pub use self::m::M;
