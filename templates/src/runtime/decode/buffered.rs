//! Reads values from JSON that was parsed before. Values whose type depends on their
//! content are collected first and then moved, not copied, to their destination.

use std::vec;

use serde_json::{Map, Value as Json, map};

use super::object::{Members, fill_leniently};
use super::{DecodeErrorKind, Grow, MapReader, PathRecorder, Place, SeqReader, Value};

/// Reads `json` into `place`.
pub(crate) fn fill(
    place: &mut dyn Place,
    json: Json,
    recorder: PathRecorder<'_>,
) -> Result<(), DecodeErrorKind> {
    match json {
        Json::Null => place.fill(Value::Null),
        Json::Bool(value) => place.fill(Value::Boolean(value)),
        Json::Number(number) => place.fill(from_number(&number)),
        Json::String(text) => place.fill(Value::Text(&text)),
        Json::Array(items) => place.fill(Value::Seq(&mut Items {
            items: items.into_iter(),
            index: 0,
            recorder,
        })),
        Json::Object(map) => fill_object(place, map, recorder),
    }
}

/// Reads the entries of `map` into `place`.
pub(crate) fn fill_object(
    place: &mut dyn Place,
    map: Map<String, Json>,
    recorder: PathRecorder<'_>,
) -> Result<(), DecodeErrorKind> {
    place.fill(Value::Map(&mut Entries {
        entries: map.into_iter(),
        value: Json::Null,
        recorder,
    }))
}

/// Creates the error for a value of the wrong type.
pub(super) fn mismatch(json: &Json, expected: &'static str) -> DecodeErrorKind {
    match json {
        Json::Number(number) => from_number(number).mismatch(expected),
        _ => DecodeErrorKind::mismatch(expected, json_kind(json)),
    }
}

/// Returns the name of the value's JSON type.
pub(crate) fn json_kind(json: &Json) -> &'static str {
    match json {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    }
}

pub(super) fn from_number<'v>(number: &serde_json::Number) -> Value<'v> {
    if let Some(value) = number.as_i64() {
        Value::Integer(value)
    } else if let Some(value) = number.as_u64() {
        Value::Large(value)
    } else {
        // Only `arbitrary_precision` admits numbers beyond the range of `f64`; typed
        // members reject values that are not finite.
        Value::Float(number.as_f64().unwrap_or(f64::NAN))
    }
}

struct Entries<'t> {
    entries: map::IntoIter,
    value: Json,
    recorder: PathRecorder<'t>,
}

impl MapReader for Entries<'_> {
    fn members(&mut self, members: &mut Members<'_>) -> Result<(), DecodeErrorKind> {
        for (key, json) in self.entries.by_ref() {
            let index = members.find(&key);
            let is_lenient = members.is_lenient(index);
            let Some(place) = members.place(index) else { continue };
            if json.is_null() {
                members.skip_null(index);
            } else if is_lenient {
                fill_leniently(place, json);
            } else {
                fill(place, json, self.recorder)
                    .inspect_err(|_| self.recorder.key(&key))?;
            }
        }
        Ok(())
    }

    fn next_key(&mut self, key: &mut dyn FnMut(&str)) -> Result<bool, DecodeErrorKind> {
        let Some((name, value)) = self.entries.next() else {
            return Ok(false);
        };
        key(&name);
        self.value = value;
        Ok(true)
    }

    fn value(
        &mut self,
        key: &str,
        place: &mut dyn Place,
    ) -> Result<(), DecodeErrorKind> {
        fill(place, self.value.take(), self.recorder)
            .inspect_err(|_| self.recorder.key(key))
    }

    fn skip(&mut self) -> Result<(), DecodeErrorKind> {
        Ok(())
    }

    fn rest(&mut self) -> Result<Map<String, Json>, DecodeErrorKind> {
        // Not collected: the code of a sort would cost more than it saves here.
        let mut map = Map::new();
        map.extend(self.entries.by_ref());
        Ok(map)
    }

    fn recorder(&self) -> PathRecorder<'_> {
        self.recorder
    }
}

struct Items<'t> {
    items: vec::IntoIter<Json>,
    index: usize,
    recorder: PathRecorder<'t>,
}

impl SeqReader for Items<'_> {
    fn items(&mut self, list: &mut dyn Grow) -> Result<(), DecodeErrorKind> {
        for item in self.items.by_ref() {
            let Some(place) = list.grow() else { break };
            fill(place, item, self.recorder)
                .inspect_err(|_| self.recorder.index(self.index))?;
            self.index += 1;
        }
        Ok(())
    }

    fn rest(&mut self) -> Result<Vec<Json>, DecodeErrorKind> {
        Ok(self.items.by_ref().collect())
    }
}
