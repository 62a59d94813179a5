//! Fields that refer to another object: by its id or, on request, with the object itself.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value as Json;

use super::raw::RawJson;
use crate::runtime::decode::{self, Blank, DecodeError, DecodeErrorKind, Place, Value};

/// A reference to another object: its id or, if the call asked for it with `expand`, the object.
///
/// `R` names the kind of object, for example `CustomerRef`. It exists whether or not this crate
/// has a type for the object, so the type of a field never changes. An expanded object is kept as
/// JSON and decoded on demand: [`object`](Self::object) decodes it as the crate's own type where
/// there is one, [`decode`](Self::decode) as any type of yours.
pub struct Expandable<R> {
    content: Content,
    kind: PhantomData<fn() -> R>,
}

#[derive(Clone, PartialEq)]
enum Content {
    Id(String),
    Json(RawJson),
}

/// A reference to a resource that this crate has a type for.
#[diagnostic::on_unimplemented(
    message = "this crate has no type for the objects that `{Self}` refers to",
    note = "if a feature has the type, the documentation of `{Self}` names it",
    note = "decode the object as a type of yours: `field.decode::<MyType>()`"
)]
pub trait Expands {
    /// The value of the object's `object` key, if all objects of the type share one.
    const OBJECT: Option<&'static str>;
    /// The type of the object.
    type Object: DeserializeOwned;
}

impl<R> Expandable<R> {
    const fn new(content: Content) -> Self {
        Self { content, kind: PhantomData }
    }

    /// Returns the id, whether or not the object is expanded.
    ///
    /// Returns `None` only if the server sent something that has no id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match &self.content {
            Content::Id(id) => Some(id),
            Content::Json(json) => json.as_value().get("id")?.as_str(),
        }
    }

    /// Returns `true` if the server sent the object instead of its id.
    #[must_use]
    pub fn is_expanded(&self) -> bool {
        self.live().is_some()
    }

    /// Returns `true` if the server reports that the object was deleted.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.raw().is_some_and(|raw| is_deleted(raw.as_value()))
    }

    /// Returns the JSON that was received instead of an id: the expanded object, the remains of
    /// a deleted object, or a form that this version of the crate does not know.
    #[must_use]
    pub fn raw(&self) -> Option<&RawJson> {
        match &self.content {
            Content::Id(_) => None,
            Content::Json(json) => Some(json),
        }
    }

    /// Decodes the expanded object as a type of yours, or as one of this crate.
    ///
    /// Returns `None` if only the id was received, or if the object was deleted. Each call
    /// decodes anew.
    ///
    /// # Errors
    /// Returns an error if the object does not have the shape that the type requires.
    pub fn decode<U: DeserializeOwned>(&self) -> Result<Option<U>, DecodeError> {
        self.live().map(RawJson::decode).transpose()
    }

    /// Decodes the expanded object as this crate's type for it.
    ///
    /// Returns `None` if only the id was received, or if the object was deleted. Each call
    /// decodes anew.
    ///
    /// # Errors
    /// Returns an error if the object is of another kind, or does not have the shape that the
    /// type requires.
    pub fn object<T: DeserializeOwned>(&self) -> Result<Option<T>, DecodeError>
    where
        R: Expands<Object = T>,
    {
        let Some(raw) = self.live() else { return Ok(None) };
        check_kind(raw.as_value(), R::OBJECT)?;
        raw.decode().map(Some)
    }

    /// Returns the JSON of an object that exists.
    fn live(&self) -> Option<&RawJson> {
        self.raw()
            .filter(|raw| raw.as_value().is_object() && !is_deleted(raw.as_value()))
    }
}

fn is_deleted(json: &Json) -> bool {
    json.get("deleted") == Some(&Json::Bool(true))
}

fn check_kind(json: &Json, expected: Option<&str>) -> Result<(), DecodeError> {
    match (json.get("object").and_then(Json::as_str), expected) {
        (Some(found), Some(expected)) if found != expected => {
            let message =
                format!("expected an object of kind `{expected}`, found `{found}`");
            Err(DecodeError::new("object".to_owned(), message, None))
        }
        _ => Ok(()),
    }
}

impl<R> Clone for Expandable<R> {
    fn clone(&self) -> Self {
        Self::new(self.content.clone())
    }
}

impl<R> PartialEq for Expandable<R> {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

/// Shows the id, and of an object the keys only, since its values may be private.
impl<R> fmt::Debug for Expandable<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple("Expandable");
        match &self.content {
            Content::Id(id) => tuple.field(id),
            Content::Json(json) => tuple.field(json),
        };
        tuple.finish()
    }
}

/// Shows the id, or nothing if there is none.
impl<R> fmt::Display for Expandable<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id().unwrap_or_default())
    }
}

impl<R> Place for Expandable<R> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.content = content(value)?;
        Ok(())
    }
}

decode::blank!(<R> Expandable<R> = Self::new(Content::Id(String::new())));

/// Apart from the generic type, to be compiled once.
fn content(value: Value<'_>) -> Result<Content, DecodeErrorKind> {
    match value {
        Value::Text(id) => Ok(Content::Id(id.to_owned())),
        Value::Null => Err(value.mismatch("an id or an object")),
        other => {
            let mut json = RawJson::BLANK;
            json.fill(other)?;
            Ok(Content::Json(json))
        }
    }
}

impl<'de, R> Deserialize<'de> for Expandable<R> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        decode::bridge(input)
    }
}

#[cfg(feature = "serialize")]
impl<R> serde::Serialize for Expandable<R> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::runtime::serialize::ErasedSerialize::show(self).serialize(serializer)
    }
}

#[cfg(feature = "serialize")]
impl<R> crate::runtime::serialize::ErasedSerialize for Expandable<R> {
    fn show(&self) -> crate::runtime::serialize::Erased<'_> {
        match &self.content {
            Content::Id(id) => id.show(),
            Content::Json(json) => json.show(),
        }
    }
}
