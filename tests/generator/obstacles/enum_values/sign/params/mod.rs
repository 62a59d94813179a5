//! What is sent to the operations of [`sign`](super).

mod codec;
mod create_sign;

pub use self::create_sign::CreateSign;
