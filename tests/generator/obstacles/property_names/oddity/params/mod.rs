//! What is sent to the operations of [`oddity`](super).

mod codec;
mod create_oddity;
mod nested;

pub use self::create_oddity::CreateOddity;
pub use self::nested::Nested;
