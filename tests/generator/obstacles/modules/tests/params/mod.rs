//! What is sent to the operations of [`tests`](super).

mod codec;
mod create_tests_room;
mod m;

pub use self::create_tests_room::{CreateTestsRoom, CreateTestsRoomKind};
pub use self::m::M;
