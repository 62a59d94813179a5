use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::webhook_::WebhookOwner;

/// The API's `webhook_room`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebhookRoom {
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<WebhookRoomKind>,
    /// `owner` in the API.
    pub owner: Option<Expandable<WebhookOwner>>,
    /// `map` in the API.
    pub map: Option<BTreeMap<String, String>>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookRoomKind {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
