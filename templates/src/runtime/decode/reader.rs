//! The bridge to serde. This is the only code that is generic over the format, so it is
//! compiled once per format instead of once per type.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Value as Json};

use super::first_key::{FirstKey, NUMBER_KEY};
use super::tree::Tree;
use super::{
    DecodeErrorKind, MapReader, PathRecorder, Place, SeqReader, Value, buffered,
};

/// Reads one value into a place.
pub(super) struct Seed<'a, 't> {
    place: &'a mut dyn Place,
    recorder: PathRecorder<'t>,
}

impl<'a, 't> Seed<'a, 't> {
    pub(super) fn new(place: &'a mut dyn Place, recorder: PathRecorder<'t>) -> Self {
        Self { place, recorder }
    }

    fn scalar<E: Error>(self, value: Value<'_>) -> Result<(), E> {
        self.place.fill(value).map_err(E::custom)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.scalar(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.scalar(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Value::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Value::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.scalar(i64::try_from(value).map_or(Value::Large(value), Value::Integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Value::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.scalar(Value::Text(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let first = access.next_key_seed(FirstKey)?;
        if first.as_deref() == Some(NUMBER_KEY) {
            let digits: String = access.next_value()?;
            let number =
                digits.parse::<serde_json::Number>().map_err(A::Error::custom)?;
            return self.scalar(buffered::from_number(&number));
        }
        let mut entries = Entries {
            access,
            empty: first.is_none(),
            first,
            error: None,
            recorder: self.recorder,
        };
        let result = self.place.fill(Value::Map(&mut entries));
        result.map_err(|fault| entries.error.unwrap_or_else(|| A::Error::custom(fault)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let mut items = Items { access, error: None, recorder: self.recorder, index: 0 };
        let result = self.place.fill(Value::Seq(&mut items));
        result.map_err(|fault| items.error.unwrap_or_else(|| A::Error::custom(fault)))
    }
}

/// Stores the error of the format, with its position, while a [`DecodeErrorKind`] is
/// returned through code that does not know the format.
fn keep<T, E>(
    result: Result<T, E>,
    error: &mut Option<E>,
) -> Result<T, DecodeErrorKind> {
    result.map_err(|e| {
        *error = Some(e);
        DecodeErrorKind::Format
    })
}

struct Entries<'de, 't, A, E> {
    access: A,
    empty: bool,
    first: Option<Cow<'de, str>>,
    error: Option<E>,
    recorder: PathRecorder<'t>,
}

impl<'de, A: MapAccess<'de>> MapReader for Entries<'de, '_, A, A::Error> {
    fn next_key(&mut self, key: &mut dyn FnMut(&str)) -> Result<bool, DecodeErrorKind> {
        if let Some(first) = self.first.take() {
            key(&first);
            return Ok(true);
        }
        if self.empty {
            return Ok(false);
        }
        let found = self.access.next_key_seed(Key(key));
        Ok(keep(found, &mut self.error)?.is_some())
    }

    fn value(
        &mut self,
        key: &str,
        place: &mut dyn Place,
    ) -> Result<(), DecodeErrorKind> {
        let read = self.access.next_value_seed(Seed::new(place, self.recorder));
        if read.is_err() {
            self.recorder.key(key);
        }
        keep(read, &mut self.error)
    }

    fn skip(&mut self) -> Result<(), DecodeErrorKind> {
        let read = self.access.next_value::<IgnoredAny>();
        keep(read.map(drop), &mut self.error)
    }

    fn rest(&mut self) -> Result<Map<String, Json>, DecodeErrorKind> {
        let first = match self.first.take() {
            Some(first) => Some(first.into_owned()),
            None if self.empty => None,
            None => keep(self.access.next_key(), &mut self.error)?,
        };
        let Some(first) = first else { return Ok(Map::new()) };
        let tree = Tree(self.recorder);
        keep(tree.entries(first, &mut self.access), &mut self.error)
    }

    fn recorder(&self) -> PathRecorder<'_> {
        self.recorder
    }
}

struct Items<'t, A, E> {
    access: A,
    error: Option<E>,
    recorder: PathRecorder<'t>,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqReader for Items<'_, A, A::Error> {
    fn next(&mut self, place: &mut dyn Place) -> Result<bool, DecodeErrorKind> {
        let read = self.access.next_element_seed(Seed::new(place, self.recorder));
        if read.is_err() {
            self.recorder.index(self.index);
        }
        self.index += 1;
        Ok(keep(read, &mut self.error)?.is_some())
    }

    fn rest(&mut self) -> Result<Vec<Json>, DecodeErrorKind> {
        keep(Tree(self.recorder).items(&mut self.access), &mut self.error)
    }
}

/// Passes a key to the callback without copying it.
struct Key<'a>(&'a mut dyn FnMut(&str));

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        (self.0)(key);
        Ok(())
    }
}
