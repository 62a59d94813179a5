//! The remains of deleted objects, and results that can be such remains.

use std::fmt;

use serde_json::Value as Json;

use super::raw::{RawJson, RawObject};
use crate::runtime::decode::{
    self, Decode, DecodeErrorKind, HasId, PathRecorder, Place, Tagged, Value,
};

/// The remains of a deleted object: its id, its kind, and the JSON that was received.
#[derive(Clone, PartialEq)]
pub struct Deleted(RawObject);

impl Deleted {
    /// Gives the JSON back if it has no id.
    fn new(raw: RawObject) -> Result<Self, RawObject> {
        if raw.id().is_some() { Ok(Self(raw)) } else { Err(raw) }
    }

    /// Returns the id.
    #[must_use]
    pub fn id(&self) -> &str {
        // Checked when the value was created.
        self.0.id().unwrap_or_default()
    }

    /// Returns the kind of object, as the API names it.
    #[must_use]
    pub fn object(&self) -> Option<&str> {
        self.0.object()
    }

    /// Returns the JSON that was received.
    #[must_use]
    pub fn raw(&self) -> &RawObject {
        &self.0
    }
}

impl fmt::Debug for Deleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Deleted").field("id", &self.id()).field("raw", &self.0).finish()
    }
}

impl Place for Deleted {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let (map, recorder) = decode::collect(value.map()?)?;
        decode::check_text(&map, "id", recorder)?;
        self.0 = map.into();
        Ok(())
    }
}

decode::blank!(Deleted = Self(RawObject::BLANK));

impl Tagged for Deleted {
    const OBJECT: Option<&'static str> = None;
}

impl HasId for Deleted {
    fn id(&self) -> Option<&str> {
        Some(self.id())
    }
}

decode::deserialize!(Deleted);

/// An object, or its remains if it was deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Deletable<T> {
    /// The object.
    Object(Box<T>),
    /// The remains of the deleted object.
    Deleted(Deleted),
    /// A form that this version of the crate does not know.
    Unrecognized(RawJson),
}

impl<T> Deletable<T> {
    /// Returns the object, unless it was deleted.
    #[must_use]
    pub fn object(&self) -> Option<&T> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Returns the object without copying it, unless it was deleted.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Object(object) => Some(*object),
            _ => None,
        }
    }

    /// Returns `true` if the object was deleted.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }
}

impl<T: HasId> HasId for Deletable<T> {
    fn id(&self) -> Option<&str> {
        match self {
            Self::Object(object) => object.id(),
            Self::Deleted(deleted) => Some(deleted.id()),
            Self::Unrecognized(raw) => raw.as_value().get("id")?.as_str(),
        }
    }
}

impl<T: Decode + Tagged> Place for Deletable<T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let (map, recorder) = decode::collect(value.map()?)?;
        *self = match classify(map.into(), T::OBJECT, recorder) {
            Form::Object(raw, recorder) => {
                Self::Object(decode::refill(raw.into_map(), recorder)?)
            }
            Form::Deleted(deleted) => Self::Deleted(deleted),
            Form::Unrecognized(raw) => Self::Unrecognized(raw),
        };
        Ok(())
    }
}

decode::blank!(<T: Decode + Tagged> Deletable<T> = Self::Unrecognized(RawJson::BLANK));

decode::deserialize!(Deletable<T: crate::runtime::decode::Tagged>);

/// [`Deletable`] before the object is decoded. It is not generic, so that classifying is
/// compiled once for all types.
enum Form<'t> {
    Object(RawObject, PathRecorder<'t>),
    Deleted(Deleted),
    Unrecognized(RawJson),
}

fn classify<'t>(
    raw: RawObject,
    tag: Option<&str>,
    recorder: PathRecorder<'t>,
) -> Form<'t> {
    let unrecognized = |raw| Form::Unrecognized(Json::from(raw).into());
    if raw.is_deleted() {
        return Deleted::new(raw).map_or_else(unrecognized, Form::Deleted);
    }
    match (raw.object(), tag) {
        (Some(object), Some(tag)) if object != tag => unrecognized(raw),
        _ => Form::Object(raw, recorder),
    }
}

#[cfg(feature = "serialize")]
mod serialize {
    use super::{Deletable, Deleted};
    use crate::runtime::serialize::{Erased, ErasedSerialize, serialize};

    impl ErasedSerialize for Deleted {
        fn show(&self) -> Erased<'_> {
            self.raw().show()
        }
    }

    impl<T: ErasedSerialize> ErasedSerialize for Deletable<T> {
        fn show(&self) -> Erased<'_> {
            match self {
                Self::Object(object) => object.show(),
                Self::Deleted(deleted) => deleted.show(),
                Self::Unrecognized(raw) => raw.show(),
            }
        }
    }

    serialize!(Deleted, Deletable<T>);
}
