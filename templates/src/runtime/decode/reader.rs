//! The bridge to serde. This is the only code that is generic over the format, so it is
//! compiled once per format instead of once per type.

use std::borrow::Cow;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Value as Json};

use super::first_key::{FirstKey, NUMBER_KEY};
use super::object::{Members, fill_leniently};
use super::tree::Tree;
use super::{
    DecodeErrorKind, Grow, MapReader, PathRecorder, Place, SeqReader, Value, buffered,
};

/// Reads one value into a place.
pub(super) struct Seed<'a, 't> {
    place: &'a mut dyn Place,
    recorder: PathRecorder<'t>,
    null: Null,
}

/// The treatment of null.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    /// The place receives it.
    Filled,
    /// The place stays as it is.
    Skipped,
}

/// The outcome of reading a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Filled,
    SkippedNull,
}

impl<'a, 't> Seed<'a, 't> {
    pub(super) fn new(place: &'a mut dyn Place, recorder: PathRecorder<'t>) -> Self {
        Self { place, recorder, null: Null::Filled }
    }

    #[inline]
    fn fill<E: Error>(self, value: Value<'_>) -> Result<Read, E> {
        match self.place.fill(value) {
            Ok(()) => Ok(Read::Filled),
            Err(fault) => Err(refusal(&fault)),
        }
    }

    #[inline]
    fn null<E: Error>(self) -> Result<Read, E> {
        match self.null {
            Null::Filled => self.fill(Value::Null),
            Null::Skipped => Ok(Read::SkippedNull),
        }
    }
}

#[cold]
fn refusal<E: Error>(fault: &DecodeErrorKind) -> E {
    E::custom(fault)
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Read, E> {
        self.null()
    }

    fn visit_none<E: Error>(self) -> Result<Read, E> {
        self.null()
    }

    fn visit_some<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Read, E> {
        self.fill(Value::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Read, E> {
        self.fill(Value::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Read, E> {
        self.fill(i64::try_from(value).map_or(Value::Large(value), Value::Integer))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Read, E> {
        self.fill(Value::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Read, E> {
        self.fill(Value::Text(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Read, A::Error> {
        let first = access.next_key_seed(FirstKey)?;
        if first.as_deref() == Some(NUMBER_KEY) {
            let digits: String = access.next_value()?;
            let number =
                digits.parse::<serde_json::Number>().map_err(A::Error::custom)?;
            return self.fill(buffered::from_number(&number));
        }
        let mut entries = Entries {
            access,
            empty: first.is_none(),
            first,
            error: None,
            recorder: self.recorder,
        };
        match self.place.fill(Value::Map(&mut entries)) {
            Ok(()) => Ok(Read::Filled),
            Err(fault) => Err(entries.error.unwrap_or_else(|| refusal(&fault))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<Read, A::Error> {
        let mut items = Items { access, error: None, recorder: self.recorder, index: 0 };
        match self.place.fill(Value::Seq(&mut items)) {
            Ok(()) => Ok(Read::Filled),
            Err(fault) => Err(items.error.unwrap_or_else(|| refusal(&fault))),
        }
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
        DecodeErrorKind::format()
    })
}

struct Entries<'de, 't, A, E> {
    access: A,
    empty: bool,
    first: Option<Cow<'de, str>>,
    error: Option<E>,
    recorder: PathRecorder<'t>,
}

impl<'de, A: MapAccess<'de>> Entries<'de, '_, A, A::Error> {
    /// Returns the index of the member that the next key names.
    #[inline]
    fn next_member(
        &mut self,
        members: &Members<'_>,
    ) -> Result<Option<usize>, DecodeErrorKind> {
        keep(self.access.next_key_seed(Known(members)), &mut self.error)
    }

    /// Reads the value of a member.
    #[inline]
    fn member(
        &mut self,
        index: usize,
        members: &mut Members<'_>,
    ) -> Result<(), DecodeErrorKind> {
        if members.is_lenient(index) {
            return self.lenient_member(index, members);
        }
        let Some(place) = members.place(index) else { return self.skip() };
        let seed = Seed { place, recorder: self.recorder, null: Null::Skipped };
        match self.access.next_value_seed(seed) {
            Ok(Read::Filled) => Ok(()),
            Ok(Read::SkippedNull) => {
                members.skip_null(index);
                Ok(())
            }
            Err(error) => {
                self.recorder.key(members.name(index));
                keep(Err(error), &mut self.error)
            }
        }
    }

    /// Reads the value of a member that must not cost the object around it.
    fn lenient_member(
        &mut self,
        index: usize,
        members: &mut Members<'_>,
    ) -> Result<(), DecodeErrorKind> {
        let mut json = Json::Null;
        self.value(members.name(index), &mut json)?;
        if let Some(place) = members.place(index) {
            fill_leniently(place, json);
        }
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> MapReader for Entries<'de, '_, A, A::Error> {
    fn members(&mut self, members: &mut Members<'_>) -> Result<(), DecodeErrorKind> {
        let mut next = match self.first.take() {
            Some(first) => Some(members.find(&first)),
            None if self.empty => None,
            None => self.next_member(members)?,
        };
        while let Some(index) = next {
            self.member(index, members)?;
            next = self.next_member(members)?;
        }
        Ok(())
    }

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
        keep(read.map(drop), &mut self.error)
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
    fn items(&mut self, list: &mut dyn Grow) -> Result<(), DecodeErrorKind> {
        loop {
            let item = Item { list, recorder: self.recorder };
            match self.access.next_element_seed(item) {
                Ok(Some(())) => self.index += 1,
                Ok(None) => return Ok(()),
                Err(error) => {
                    self.recorder.index(self.index);
                    return keep(Err(error), &mut self.error);
                }
            }
        }
    }

    fn rest(&mut self) -> Result<Vec<Json>, DecodeErrorKind> {
        keep(Tree(self.recorder).items(&mut self.access), &mut self.error)
    }
}

/// Adds an item to a list, once it is certain that there is one.
struct Item<'a, 't> {
    list: &'a mut dyn Grow,
    recorder: PathRecorder<'t>,
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Some(place) = self.list.grow() else { return Ok(()) };
        Seed::new(place, self.recorder).deserialize(deserializer).map(drop)
    }
}

/// Finds the member that a key names.
struct Known<'a, 'm>(&'a Members<'m>);

impl<'de> DeserializeSeed<'de> for Known<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Known<'_, '_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        Ok(self.0.find(key))
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
