//! What is sent to the operations of [`web`](super).

mod codec;
mod create_web;
mod deep;
mod deep_deep;
mod empty;

pub use self::create_web::{CreateWeb, CreateWebList};
pub use self::deep::Deep;
pub use self::deep_deep::{DeepDeep, DeepDeepDeep};
pub use self::empty::Empty;
