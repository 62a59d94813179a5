//! Determines the kind of a payload.

use serde_json::Value as Json;

use super::{WebhookError, WebhookErrorKind};
use crate::runtime::decode;

const EVENT: &str = "event";
const THIN_EVENT: &str = "v2.core.event";

/// Accepts only `"object": "event"`. Nothing else of the payload is allocated for this.
pub(super) fn check(payload: &[u8]) -> Result<(), WebhookError> {
    decode::check_depth(payload).map_err(WebhookError::malformed)?;
    if decode::find(payload, &["object"]).is_some_and(|object| object == EVENT) {
        return Ok(());
    }
    let json = decode::from_slice(payload).map_err(WebhookError::malformed)?;
    Err(refusal(json))
}

/// Returns the event in a payload: the payload itself, or its content if AWS EventBridge
/// or Azure Event Grid forwarded the event.
pub(super) fn open(payload: &[u8]) -> Result<Json, WebhookError> {
    decode::check_depth(payload).map_err(WebhookError::malformed)?;
    let mut json: Json = decode::from_slice(payload).map_err(WebhookError::malformed)?;
    if let Some(inner) = forwarded(&mut json) {
        json = inner;
    }
    if object(&json) == Some(EVENT) { Ok(json) } else { Err(refusal(json)) }
}

fn forwarded(json: &mut Json) -> Option<Json> {
    let map = json.as_object_mut()?;
    // Objects of the API have an `object` key; events have a `data` key of their own.
    if map.contains_key("object") {
        return None;
    }
    let key = if map.contains_key("specversion") { "data" } else { "detail" };
    map.remove(key)
}

fn object(json: &Json) -> Option<&str> {
    json.get("object")?.as_str()
}

/// Returns the error for a payload that is not an event.
fn refusal(json: Json) -> WebhookError {
    let thin = object(&json) == Some(THIN_EVENT);
    let kind =
        if thin { WebhookErrorKind::ThinEvent } else { WebhookErrorKind::NotAnEvent };
    match json {
        Json::Object(map) => WebhookError::of_payload(kind, map.into()),
        _ => kind.into(),
    }
}
