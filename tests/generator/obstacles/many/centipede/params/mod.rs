//! What is sent to the operations of [`centipede`](super).

mod codec;
mod create_centipede;

pub use self::create_centipede::CreateCentipede;
