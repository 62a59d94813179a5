//! Builds raw JSON, within a limit of memory.
//!
//! A tree can need a hundred times the memory of its text: `[{"":0},{"":0}]` has eight
//! bytes per object, and a map allocates space for eleven entries at once.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};

use super::PathRecorder;
use super::first_key::{FirstKey, NUMBER_KEY};

/// The memory that the raw JSON in one response may need, in bytes, apart from strings.
const LIMIT: usize = 64 * 1024 * 1024;
const VALUE: usize = size_of::<Json>();
const ENTRY: usize = 2 * (size_of::<String>() + VALUE);
/// The first entry of a map allocates space for eleven.
const FIRST_ENTRY: usize = 12 * ENTRY / 2;

/// Reads any JSON value.
#[derive(Clone, Copy)]
pub(super) struct Tree<'t>(pub(super) PathRecorder<'t>);

impl Tree<'_> {
    fn count<E: Error>(self, bytes: usize) -> Result<(), E> {
        if self.0.spend(bytes) <= LIMIT {
            return Ok(());
        }
        Err(E::custom(format_args!(
            "raw JSON that needs more than {LIMIT} bytes of memory"
        )))
    }

    fn scalar<E: Error>(self, json: impl Into<Json>) -> Result<Json, E> {
        self.count(VALUE)?;
        Ok(json.into())
    }

    /// Reads the remaining entries of a map whose first key has been read.
    pub(super) fn entries<'de, A: MapAccess<'de>>(
        self,
        first: String,
        access: &mut A,
    ) -> Result<Map<String, Json>, A::Error> {
        self.count(FIRST_ENTRY)?;
        let mut map = Map::new();
        let mut next = Some(first);
        while let Some(key) = next {
            self.count(ENTRY)?;
            map.insert(key, access.next_value_seed(self)?);
            next = access.next_key()?;
        }
        Ok(map)
    }

    /// Reads the remaining items of a sequence.
    pub(super) fn items<'de, A: SeqAccess<'de>>(
        self,
        access: &mut A,
    ) -> Result<Vec<Json>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self)? {
            items.push(item);
        }
        Ok(items)
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Json, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        self.scalar(Json::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Json, E> {
        self.scalar(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, input: D) -> Result<Json, D::Error> {
        input.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        input: D,
    ) -> Result<Json, D::Error> {
        input.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Json, E> {
        self.scalar(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        self.count(VALUE)?;
        let Some(first) = access.next_key_seed(FirstKey)? else {
            return Ok(Map::new().into());
        };
        if first == NUMBER_KEY {
            let digits: String = access.next_value()?;
            return digits.parse().map(Number::into).map_err(A::Error::custom);
        }
        Ok(self.entries(first.into_owned(), &mut access)?.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        self.count(VALUE)?;
        Ok(self.items(&mut access)?.into())
    }
}
