//! JSON without a type in this crate.

use std::fmt;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use crate::runtime::decode::{self, DecodeError, DecodeErrorKind, HasId, Place, Value};

/// A JSON object as it was received. `Debug` shows its keys only, since its values may
/// be private.
#[derive(Clone, Default, PartialEq)]
pub struct RawObject(Entries);

/// The entries of an object, or `None` if there are none: unlike an empty map, this is a
/// constant.
type Entries = Option<Map<String, Json>>;

static NO_ENTRIES: LazyLock<Map<String, Json>> = LazyLock::new(Map::new);

impl RawObject {
    /// Returns the value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.as_ref()?.get(key)
    }

    /// Returns all keys and values.
    #[must_use]
    pub fn as_map(&self) -> &Map<String, Json> {
        self.0.as_ref().unwrap_or_else(|| &NO_ENTRIES)
    }

    /// Converts into all keys and values, without copying them.
    #[must_use]
    pub fn into_map(self) -> Map<String, Json> {
        self.0.unwrap_or_default()
    }

    /// Copies the object into a JSON value.
    #[must_use]
    pub fn to_value(&self) -> Json {
        Json::Object(self.as_map().clone())
    }

    /// Decodes the object as a type of yours, or as one of this crate.
    ///
    /// # Errors
    /// Returns an error if the object does not have the shape that the type requires.
    pub fn decode<U: DeserializeOwned>(&self) -> Result<U, DecodeError> {
        decode::from_raw_object(self.as_map())
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_str()
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.text("id")
    }

    pub(crate) fn object(&self) -> Option<&str> {
        self.text("object")
    }

    /// Returns `true` if these are the remains of a deleted object.
    pub(crate) fn is_deleted(&self) -> bool {
        self.get("deleted") == Some(&Json::Bool(true))
    }
}

impl From<Map<String, Json>> for RawObject {
    fn from(map: Map<String, Json>) -> Self {
        Self((!map.is_empty()).then_some(map))
    }
}

impl From<RawObject> for Json {
    fn from(raw: RawObject) -> Self {
        Self::Object(raw.into_map())
    }
}

impl fmt::Debug for RawObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawObject ")?;
        f.debug_set().entries(self.as_map().keys()).finish()
    }
}

impl Place for RawObject {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        *self = value.map()?.rest()?.into();
        Ok(())
    }
}

decode::blank!(RawObject = Self(None));

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

impl Place for RawJson {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0.fill(value)
    }
}

decode::blank!(RawJson = Self(Json::Null));

decode::deserialize!(RawObject, RawJson);
