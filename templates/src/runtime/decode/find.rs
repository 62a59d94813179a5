//! Reads single members of JSON without building a tree of the rest.

use serde_json::Value as Json;

use super::{Decode, DecodeErrorKind, Grow, Place, Value, read_bytes};

/// Returns the value at a path of keys, if the JSON is valid and has one.
pub(crate) fn find(bytes: &[u8], path: &[&str]) -> Option<Json> {
    let mut member = Member { path, found: None };
    read_bytes(bytes, &mut member).ok()?;
    member.found
}

struct Member<'a> {
    path: &'a [&'a str],
    found: Option<Json>,
}

impl Place for Member<'_> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let Some((key, path)) = self.path.split_first() else {
            let mut json = Json::empty();
            json.fill(value)?;
            self.found = Some(json);
            return Ok(());
        };
        let Value::Map(map) = value else { return skip(value) };
        let mut is_next = false;
        while map.next_key(&mut |name| is_next = name == *key)? {
            if !is_next {
                map.skip()?;
                continue;
            }
            let mut inner = Member { path, found: None };
            map.value(key, &mut inner)?;
            self.found = inner.found;
        }
        Ok(())
    }
}

/// Reads a value without keeping it.
pub(crate) fn skip(value: Value<'_>) -> Result<(), DecodeErrorKind> {
    match value {
        Value::Map(map) => {
            while map.next_key(&mut |_| {})? {
                map.skip()?;
            }
        }
        Value::Seq(seq) => seq.items(&mut Skipped)?,
        _ => {}
    }
    Ok(())
}

/// The place of a value that is not kept.
struct Skipped;

impl Place for Skipped {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        skip(value)
    }
}

impl Grow for Skipped {
    fn grow(&mut self) -> Option<&mut dyn Place> {
        Some(self)
    }
}
