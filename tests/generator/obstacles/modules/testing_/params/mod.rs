//! What is sent to the operations of [`testing_`](super).

mod codec;
mod create_testing_room;
mod m;

pub use self::create_testing_room::{CreateTestingRoom, CreateTestingRoomKind};
pub use self::m::M;
