//! Deserializes user-defined types from raw JSON.
//!
//! `serde_json` could do this, but its errors repeat values and do not name a path.

use std::fmt;
use std::slice;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value as Json, map};

use super::DecodeError;
use super::error::{PathRecorder, Trace};

/// The error of a user-defined type: as serde's usual errors, without the values.
#[derive(Debug)]
pub(super) struct Refusal(String);

impl Refusal {
    /// Converts the error and adds its path: the keys recorded here, then the path of a
    /// value that was collected before it was read (`DecodeErrorKind::Within`).
    pub(super) fn at(self, trace: &Trace) -> DecodeError {
        let mut path = trace.path();
        let inner = self.0.strip_prefix("at `").and_then(|rest| rest.split_once("`: "));
        let Some((inner, message)) = inner else {
            return DecodeError::new(path, self.0, None);
        };
        if !path.is_empty() && !inner.starts_with('[') {
            path.push('.');
        }
        DecodeError::new(path + inner, message.to_owned(), None)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}, found {}", kind(&found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}, found {} that is not one", kind(&found)))
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self("unknown variant".to_owned())
    }
}

fn kind(found: &Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "a boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "an integer",
        Unexpected::Float(_) => "a floating-point number",
        Unexpected::Char(_) | Unexpected::Str(_) => "a string",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "an array",
        Unexpected::Map => "an object",
        _ => "another type",
    }
}

/// A deserializer that borrows a JSON value.
pub(super) struct Borrowed<'de, 't> {
    source: Source<'de>,
    recorder: PathRecorder<'t>,
}

#[derive(Clone, Copy)]
enum Source<'de> {
    Json(&'de Json),
    Map(&'de Map<String, Json>),
}

impl<'de, 't> Borrowed<'de, 't> {
    pub(super) fn new(json: &'de Json, recorder: PathRecorder<'t>) -> Self {
        let source = match json {
            Json::Object(map) => Source::Map(map),
            json => Source::Json(json),
        };
        Self { source, recorder }
    }

    pub(super) fn object(
        map: &'de Map<String, Json>,
        recorder: PathRecorder<'t>,
    ) -> Self {
        let source = Source::Map(map);
        Self { source, recorder }
    }
}

impl<'de> Deserializer<'de> for Borrowed<'de, '_> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        let json = match self.source {
            Source::Map(map) => {
                return visitor.visit_map(Entries::new(map, self.recorder));
            }
            Source::Json(json) => json,
        };
        match json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => visit_number(number, visitor),
            Json::String(text) => visitor.visit_borrowed_str(text),
            Json::Array(items) => visitor.visit_seq(Items::new(items, self.recorder)),
            Json::Object(map) => visitor.visit_map(Entries::new(map, self.recorder)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Json(Json::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.source {
            Source::Json(Json::String(text)) => {
                visitor.visit_enum(text.as_str().into_deserializer())
            }
            Source::Map(map) => visitor.visit_enum(MapAccessDeserializer::new(
                Entries::new(map, self.recorder),
            )),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn visit_number<'de, V: Visitor<'de>>(
    number: &serde_json::Number,
    visitor: V,
) -> Result<V::Value, Refusal> {
    if let Some(value) = number.as_u64() {
        visitor.visit_u64(value)
    } else if let Some(value) = number.as_i64() {
        visitor.visit_i64(value)
    } else {
        visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN))
    }
}

/// The entries of an object.
struct Entries<'de, 't> {
    entries: map::Iter<'de>,
    next: Option<(&'de str, &'de Json)>,
    recorder: PathRecorder<'t>,
}

impl<'de, 't> Entries<'de, 't> {
    fn new(map: &'de Map<String, Json>, recorder: PathRecorder<'t>) -> Self {
        Self { entries: map.iter(), next: None, recorder }
    }
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refusal> {
        self.next = self.entries.next().map(|(key, value)| (key.as_str(), value));
        self.next.map(|(key, _)| seed.deserialize(Key(key))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Refusal> {
        let (key, json) = self.next.take().unwrap_or(("", &Json::Null));
        seed.deserialize(Borrowed::new(json, self.recorder))
            .inspect_err(|_| self.recorder.key(key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// The items of an array.
struct Items<'de, 't> {
    items: slice::Iter<'de, Json>,
    index: usize,
    recorder: PathRecorder<'t>,
}

impl<'de, 't> Items<'de, 't> {
    fn new(items: &'de [Json], recorder: PathRecorder<'t>) -> Self {
        Self { items: items.iter(), index: 0, recorder }
    }
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refusal> {
        let Some(json) = self.items.next() else {
            return Ok(None);
        };
        let item = seed.deserialize(Borrowed::new(json, self.recorder));
        let item = item.inspect_err(|_| self.recorder.index(self.index))?;
        self.index += 1;
        Ok(Some(item))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The key of an entry: a string, or a type that can be parsed from one.
struct Key<'de>(&'de str);

/// Numbers and booleans appear as strings when they are keys.
macro_rules! number_keys {
    ($($deserialize:ident => $visit:ident: $number:ty),+) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
            match self.0.parse::<$number>() {
                Ok(number) => visitor.$visit(number),
                Err(_) => visitor.visit_borrowed_str(self.0),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_enum(StrDeserializer::new(self.0))
    }

    number_keys! {
        deserialize_i64 => visit_i64: i64,
        deserialize_u64 => visit_u64: u64,
        deserialize_i32 => visit_i32: i32,
        deserialize_u32 => visit_u32: u32
    }

    forward_to_deserialize_any! {
        bool i8 i16 i128 u8 u16 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
