//! Serializes responses, behind the feature `serialize`: like decoding, with the format
//! erased once. A value presents itself as a scalar or as references to its parts; only
//! [`Erased`] is generic over the format.

use std::collections::BTreeMap;

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value as Json;

/// A value that can be serialized.
pub(crate) trait ErasedSerialize {
    fn show(&self) -> Erased<'_>;
}

/// The serialized form of a value.
pub(crate) enum Erased<'a> {
    /// Left out of objects.
    Absent,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(&'a str),
    /// A number that is sent as a string.
    Digits(String),
    Json(&'a Json),
    Raw(&'a serde_json::Map<String, Json>),
    Seq(Vec<&'a dyn ErasedSerialize>),
    Map(Vec<(&'a str, &'a dyn ErasedSerialize)>),
    Object(Object<'a>),
    /// Fails with this message.
    Unsupported(&'static str),
}

pub(crate) struct Object<'a> {
    tag: Option<&'static str>,
    keys: &'static [&'static str],
    fields: Vec<&'a dyn ErasedSerialize>,
}

impl<'a> Erased<'a> {
    pub(crate) fn object(
        tag: Option<&'static str>,
        keys: &'static [&'static str],
        fields: Vec<&'a dyn ErasedSerialize>,
    ) -> Self {
        Self::Object(Object { tag, keys, fields })
    }
}

/// Implements `serde::Serialize` for types that implement `ErasedSerialize`.
macro_rules! serialize {
    ($($name:ident $(<$param:ident>)?),+ $(,)?) => {$(
        impl $(<$param: $crate::runtime::serialize::ErasedSerialize>)? ::serde::Serialize
            for $name $(<$param>)?
        {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let shown = $crate::runtime::serialize::ErasedSerialize::show(self);
                ::serde::Serialize::serialize(&shown, serializer)
            }
        }
    )+};
}
pub(crate) use serialize;

impl Serialize for Erased<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Digits(digits) => serializer.serialize_str(digits),
            Self::Json(json) => json.serialize(serializer),
            Self::Raw(map) => map.serialize(serializer),
            Self::Seq(items) => seq(items, serializer),
            Self::Map(entries) => map(entries, serializer),
            Self::Object(fields) => object(fields, serializer),
            Self::Unsupported(message) => Err(S::Error::custom(message)),
        }
    }
}

fn seq<S: Serializer>(
    items: &[&dyn ErasedSerialize],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_seq(Some(items.len()))?;
    for item in items {
        out.serialize_element(&item.show())?;
    }
    out.end()
}

fn map<S: Serializer>(
    entries: &[(&str, &dyn ErasedSerialize)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(Some(entries.len()))?;
    for (key, value) in entries {
        out.serialize_entry(key, &value.show())?;
    }
    out.end()
}

fn object<S: Serializer>(object: &Object<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let fields = object.keys.iter().zip(object.fields.iter().map(|field| field.show()));
    let present: Vec<_> =
        fields.filter(|(_, shown)| !matches!(shown, Erased::Absent)).collect();
    let length = usize::from(object.tag.is_some()) + present.len();
    let mut out = serializer.serialize_map(Some(length))?;
    if let Some(tag) = object.tag {
        out.serialize_entry("object", tag)?;
    }
    for (key, shown) in &present {
        out.serialize_entry(key, shown)?;
    }
    out.end()
}

/// Implements `ErasedSerialize` by expressions.
macro_rules! show {
    ($($name:ty => |$this:ident| $shown:expr),+ $(,)?) => {$(
        impl ErasedSerialize for $name {
            fn show(&self) -> Erased<'_> {
                let $this = self;
                $shown
            }
        }
    )+};
}
pub(crate) use show;

show! {
    bool => |this| Erased::Boolean(*this),
    i64 => |this| Erased::Integer(*this),
    f64 => |this| Erased::Float(*this),
    String => |this| Erased::Text(this),
    Json => |this| Erased::Json(this),
}

impl<T: ErasedSerialize> ErasedSerialize for Option<T> {
    fn show(&self) -> Erased<'_> {
        self.as_ref().map_or(Erased::Absent, ErasedSerialize::show)
    }
}

impl<T: ErasedSerialize> ErasedSerialize for Box<T> {
    fn show(&self) -> Erased<'_> {
        (**self).show()
    }
}

impl<T: ErasedSerialize> ErasedSerialize for Vec<T> {
    fn show(&self) -> Erased<'_> {
        Erased::Seq(self.iter().map(|item| item as &dyn ErasedSerialize).collect())
    }
}

impl<T: ErasedSerialize> ErasedSerialize for BTreeMap<String, T> {
    fn show(&self) -> Erased<'_> {
        let entries = self.iter();
        Erased::Map(
            entries
                .map(|(key, value)| (key.as_str(), value as &dyn ErasedSerialize))
                .collect(),
        )
    }
}
