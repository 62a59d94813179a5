//! What is sent to the operations of [`bridge`](super).

mod bridge_delete_bridge;
mod codec;
mod delete_bridge;
mod new_bridge;
mod retrieve_bridge;

pub use self::bridge_delete_bridge::BridgeDeleteBridge;
pub use self::delete_bridge::DeleteBridge;
pub use self::new_bridge::NewBridge;
pub use self::retrieve_bridge::{RetrieveBridge, Style};
