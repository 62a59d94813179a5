//! What is sent to the operations of [`webhook_`](super).

mod codec;
mod create_webhook_room;
mod m;

pub use self::create_webhook_room::{CreateWebhookRoom, CreateWebhookRoomKind};
pub use self::m::M;
