//! JSON without a type in this crate.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use crate::runtime::decode::{self, Decode, DecodeError, DecodeErrorKind, HasId, Value};

/// A JSON object as it was received. `Debug` shows its keys only, since its values may
/// be private.
#[derive(Clone, Default, PartialEq)]
pub struct RawObject(Map<String, Json>);

impl RawObject {
    /// Returns the value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.get(key)
    }

    /// Returns all keys and values.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Json> {
        &self.0
    }

    /// Converts into all keys and values, without copying them.
    #[must_use]
    pub fn into_map(self) -> Map<String, Json> {
        self.0
    }

    /// Copies the object into a JSON value.
    #[must_use]
    pub fn to_value(&self) -> Json {
        Json::Object(self.0.clone())
    }

    /// Decodes the object as a type of yours, or as one of this crate.
    ///
    /// # Errors
    /// Returns an error if the object does not have the shape that the type requires.
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

    /// Returns `true` if these are the remains of a deleted object.
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

/// A JSON value as it was received. `Debug` shows its type, and the keys of an object.
#[derive(Clone, PartialEq)]
pub struct RawJson(Json);

impl RawJson {
    /// Returns the value.
    #[must_use]
    pub fn as_value(&self) -> &Json {
        &self.0
    }

    /// Converts into the value, without copying it.
    #[must_use]
    pub fn into_value(self) -> Json {
        self.0
    }

    /// Decodes the value as a type of yours, or as one of this crate.
    ///
    /// # Errors
    /// Returns an error if the value does not have the shape that the type requires.
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
