//! What a payload says it is, found without building anything of the rest.

use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};

use super::{Error, ErrorKind};
use crate::runtime::decode;

/// Accepts `"object": "event"` only.
pub(super) fn check(payload: &[u8]) -> Result<(), Error> {
    let mut input = serde_json::Deserializer::from_slice(payload);
    let object = input.deserialize_map(Envelope).ok().flatten();
    match object.as_deref() {
        Some("event") => Ok(()),
        Some("v2.core.event") => Err(Error::of_payload(ErrorKind::ThinEvent, payload)),
        _ => match decode::from_slice::<serde_json::Value>(payload) {
            Ok(_) => Err(Error::of_payload(ErrorKind::NotAnEvent, payload)),
            Err(error) => Err(Error::malformed(error)),
        },
    }
}

/// The text under `object`, if it is one.
struct Envelope;

impl<'de> Visitor<'de> for Envelope {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut object = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "object" {
                let value = map.next_value::<serde_json::Value>()?;
                object = value.as_str().map(str::to_owned);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(object)
    }
}
