//! Objects as the API would send them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::place;
use crate::runtime::List;
use crate::runtime::decode::{self, DecodeError};

/// A type of which there are samples: every resource, and whatever else an operation returns. It
/// can be implemented for types of yours, such as one for a resource that this crate has no type
/// for.
pub trait HasFixture {
    /// The JSON of an object with all its fields.
    fn full_json() -> &'static str;
    /// The JSON of an object with only those fields that are always there: null where that is
    /// possible, and nothing in lists.
    fn minimal_json() -> &'static str;
}

/// A valid object as the API would send it, to be changed, and then read as its type, or handed
/// as a body to a [`MockResponse`](super::MockResponse).
///
/// Its texts are mostly the names of their fields; its times, numbers and ids are the same in
/// every sample. References to other objects are ids, as long as nothing is expanded.
///
/// ```text
/// let session = Fixture::<Session>::minimal()
///     .set("id", "cs_1")
///     .set("metadata.order", "4711")
///     .set("line_items.data[0].quantity", 2);
/// let script = MockTransport::new([MockResponse::fixture(&session)]);
/// ```
///
/// A path is written as [`DecodeError::path`] writes it: keys with dots between them, positions
/// in lists in brackets, and keys with other signs quoted in brackets (`metadata["a key"]`). The
/// first change that is not possible is remembered, and told when the sample is used.
#[must_use = "a sample is used by `build` or `json`"]
pub struct Fixture<T> {
    json: Result<Value, DecodeError>,
    /// What an object is made of that is missing on the way to a place.
    full: &'static str,
    of: PhantomData<fn() -> T>,
}

impl<T> Fixture<T> {
    fn new(json: Result<Value, DecodeError>, full: &'static str) -> Self {
        Self { json, full, of: PhantomData }
    }

    /// An object with all its fields. Where an object of its own type would be inside it, that one
    /// is missing or has only the fields that are always there.
    pub fn full() -> Self
    where
        T: HasFixture,
    {
        Self::new(decode::from_slice(T::full_json().as_bytes()), T::full_json())
    }

    /// An object with only those fields that are always there: null where that is possible, and
    /// nothing in lists.
    pub fn minimal() -> Self
    where
        T: HasFixture,
    {
        Self::new(decode::from_slice(T::minimal_json().as_bytes()), T::full_json())
    }

    /// Puts a value at a place, whatever is there. An object or list that is missing on the way is
    /// taken from the sample with all fields, or is empty if that has none; the same is true of the
    /// item just behind the end of a list, which makes the list longer.
    ///
    /// It is not possible to go on below a text, number or boolean, nor further behind the end of
    /// a list. A key that the type does not know is no mistake: the API may send such keys.
    pub fn set(self, path: &str, value: impl Into<Value>) -> Self {
        self.change(path, Ok(value.into()))
    }

    /// Puts another sample at a place, for example an object in place of its id.
    pub fn put<U>(self, path: &str, sample: &Fixture<U>) -> Self {
        self.change(path, sample.json.clone())
    }

    /// Takes away what is at a place: a key, or an item of a list. It must be there.
    pub fn remove(mut self, path: &str) -> Self {
        self.json = self.json.and_then(|mut json| {
            place::remove(&mut json, path)?;
            Ok(json)
        });
        self
    }

    fn change(mut self, path: &str, value: Result<Value, DecodeError>) -> Self {
        self.json = self.json.and_then(|mut json| {
            let full = decode::from_slice(self.full.as_bytes())?;
            place::set(&mut json, &full, path, value?)?;
            Ok(json)
        });
        self
    }

    /// The text of the JSON. It need not have the shape of the type: tests of failures may want
    /// that.
    ///
    /// # Errors
    /// A change was not possible.
    pub fn json(&self) -> Result<String, DecodeError> {
        self.value().map(Value::to_string)
    }

    /// The JSON.
    ///
    /// # Errors
    /// A change was not possible.
    pub fn value(&self) -> Result<&Value, DecodeError> {
        self.json.as_ref().map_err(Clone::clone)
    }

    /// The object as its type.
    ///
    /// # Errors
    /// A change was not possible, or has led to an object that does not have the shape of the
    /// type.
    pub fn build(&self) -> Result<T, DecodeError>
    where
        T: DeserializeOwned,
    {
        decode::from_raw(self.value()?)
    }
}

impl<T> Fixture<List<T>> {
    /// The only page of a list. To have more pages, set `has_more`; the `url` is of no meaning.
    pub fn list(items: impl IntoIterator<Item = Fixture<T>>) -> Self {
        let items = items.into_iter().map(|item| item.json);
        let json = items.collect::<Result<Vec<_>, _>>().map(|data| {
            json!({"object": "list", "data": data, "has_more": false, "url": "/"})
        });
        Self::new(json, "null")
    }
}

impl<T> Clone for Fixture<T> {
    fn clone(&self) -> Self {
        Self::new(self.json.clone(), self.full)
    }
}

/// Keys only: a test may have put secrets into it.
impl<T> fmt::Debug for Fixture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fixture ")?;
        match &self.json {
            Ok(json) => {
                let keys = json.as_object().into_iter().flat_map(|map| map.keys());
                f.debug_set().entries(keys).finish()
            }
            Err(error) => fmt::Debug::fmt(error, f),
        }
    }
}

/// The samples of types, in files beside the one where this is called:
/// ```text
/// testing::fixtures! {
///     crate::checkout::Session => "checkout/session",
/// }
/// ```
macro_rules! fixtures {
    ($($name:path => $file:literal),+ $(,)?) => {$(
        impl $crate::runtime::testing::HasFixture for $name {
            fn full_json() -> &'static str {
                ::core::include_str!(::core::concat!($file, ".full.json"))
            }

            fn minimal_json() -> &'static str {
                ::core::include_str!(::core::concat!($file, ".minimal.json"))
            }
        }
    )+};
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use fixtures;
