//! Fields that hold an id or, on request, the object itself.

use serde_json::Value as Json;

use super::decode::{self, Decode, DecodeErrorKind, HasId, PathRecorder, Tagged, Value};
use super::{Deleted, RawJson, RawObject};

/// An id, or the object that it stands for when the call asked for it with `expand`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expandable<T> {
    /// Only the id.
    Id(String),
    /// The object.
    Object(Box<T>),
    /// What is left of an object that was deleted.
    Deleted(Deleted),
    /// A form that this version of the crate does not know.
    Unrecognized(RawJson),
}

impl<T> Expandable<T> {
    /// The object, if there is one.
    #[must_use]
    pub fn object(&self) -> Option<&T> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The object, if there is one, without a copy.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Object(object) => Some(*object),
            _ => None,
        }
    }

    /// Whether the object was deleted.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }
}

impl<T: HasId> Expandable<T> {
    /// The id, in every form that has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Id(id) => Some(id),
            Self::Object(object) => object.id(),
            Self::Deleted(deleted) => Some(deleted.id()),
            Self::Unrecognized(raw) => raw.as_value().get("id")?.as_str(),
        }
    }
}

impl<T: Decode + Tagged> Decode for Expandable<T> {
    fn empty() -> Self {
        Self::Id(String::new())
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        *self = match sort(value, T::OBJECT)? {
            Content::Id(id) => Self::Id(id),
            Content::Object(raw, trail) => {
                Self::Object(decode::refill(raw.into_map(), trail)?)
            }
            Content::Deleted(deleted) => Self::Deleted(deleted),
            Content::Unrecognized(raw) => Self::Unrecognized(raw),
        };
        Ok(())
    }
}

decode::deserialize!(Expandable<T: crate::runtime::decode::Tagged>);

/// [`Expandable`] before the object is read; apart from it to be compiled once for all types.
enum Content<'t> {
    Id(String),
    Object(RawObject, PathRecorder<'t>),
    Deleted(Deleted),
    Unrecognized(RawJson),
}

fn sort<'t>(
    value: Value<'t>,
    tag: Option<&str>,
) -> Result<Content<'t>, DecodeErrorKind> {
    match value {
        Value::Text(id) => Ok(Content::Id(id.to_owned())),
        Value::Null => Err(value.mismatch("an id or an object")),
        Value::Map(map) => {
            // What it is shows only in its content, so it is collected first.
            let (raw, trail) = decode::collect(map)?;
            Ok(sort_object(raw, tag, trail))
        }
        other => {
            let mut raw = RawJson::empty();
            raw.put(other)?;
            Ok(Content::Unrecognized(raw))
        }
    }
}

fn sort_object<'t>(
    raw: RawObject,
    tag: Option<&str>,
    trail: PathRecorder<'t>,
) -> Content<'t> {
    let unrecognized = |raw| Content::Unrecognized(Json::from(raw).into());
    if raw.is_deleted() {
        return Deleted::new(raw).map_or_else(unrecognized, Content::Deleted);
    }
    match (raw.object(), tag) {
        (Some(object), Some(tag)) if object != tag => unrecognized(raw),
        // Whatever can be expanded has an id.
        _ if raw.get("id").is_none() => unrecognized(raw),
        _ => Content::Object(raw, trail),
    }
}
