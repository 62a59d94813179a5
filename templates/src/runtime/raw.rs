//! JSON that has no type of its own in this crate.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::decode::{self, Decode, DecodeError, DecodeErrorKind, HasId, Value};

/// A JSON object as it came. `Debug` shows its keys only, since its values may be private.
#[derive(Clone, Default, PartialEq)]
pub struct RawObject(Map<String, Json>);

impl RawObject {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.get(key)
    }

    /// All keys and values.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Json> {
        &self.0
    }

    /// All keys and values, without a copy.
    #[must_use]
    pub fn into_map(self) -> Map<String, Json> {
        self.0
    }

    /// A copy as a JSON value.
    #[must_use]
    pub fn to_value(&self) -> Json {
        Json::Object(self.0.clone())
    }

    /// Reads the object as a type of yours, or one of this crate.
    ///
    /// # Errors
    /// When the object does not have the shape that the type asks for.
    pub fn decode<U: DeserializeOwned>(&self) -> Result<U, DecodeError> {
        decode::from_raw_object(&self.0)
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str()
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.text("id")
    }

    pub(crate) fn object(&self) -> Option<&str> {
        self.text("object")
    }

    /// Whether this is the trace of something deleted.
    pub(crate) fn is_deleted(&self) -> bool {
        self.0.get("deleted") == Some(&Json::Bool(true))
    }
}

impl From<Map<String, Json>> for RawObject {
    fn from(map: Map<String, Json>) -> Self {
        Self(map)
    }
}

impl From<RawObject> for Json {
    fn from(raw: RawObject) -> Self {
        Self::Object(raw.0)
    }
}

impl fmt::Debug for RawObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawObject ")?;
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Decode for RawObject {
    fn empty() -> Self {
        Self::default()
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0 = value.map()?.rest()?;
        Ok(())
    }
}

impl HasId for RawObject {
    fn id(&self) -> Option<&str> {
        self.id()
    }
}

/// Any JSON as it came. `Debug` shows its type, and the keys of an object.
#[derive(Clone, PartialEq)]
pub struct RawJson(Json);

impl RawJson {
    /// The value.
    #[must_use]
    pub fn as_value(&self) -> &Json {
        &self.0
    }

    /// The value, without a copy.
    #[must_use]
    pub fn into_value(self) -> Json {
        self.0
    }

    /// Reads the value as a type of yours, or one of this crate.
    ///
    /// # Errors
    /// When the value does not have the shape that the type asks for.
    pub fn decode<U: DeserializeOwned>(&self) -> Result<U, DecodeError> {
        decode::from_raw(&self.0)
    }
}

impl From<Json> for RawJson {
    fn from(json: Json) -> Self {
        Self(json)
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Json::Object(map) = &self.0 else {
            return write!(f, "RawJson({})", decode::json_kind(&self.0));
        };
        f.write_str("RawJson ")?;
        f.debug_set().entries(map.keys()).finish()
    }
}

impl Decode for RawJson {
    fn empty() -> Self {
        Self(Json::Null)
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0.put(value)
    }
}

decode::deserialize!(RawObject, RawJson);
