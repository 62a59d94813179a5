//! Types and operations of `webhook_`.

mod codec;
mod webhook_owner;
mod webhook_room;
mod webhook_rooms;

pub mod params;

pub use self::webhook_owner::WebhookOwner;
pub use self::webhook_room::{WebhookRoom, WebhookRoomKind};
pub use self::webhook_rooms::WebhookRooms;
