//! API objects for tests.

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::place;
use crate::runtime::decode::{self, DecodeError};
use crate::runtime::values::list::List;

/// A type with fixtures: every resource, and everything else that an operation returns.
/// Implement it for your own types, such as one for a resource that this crate does not
/// cover.
pub trait HasFixture {
    /// Returns the JSON of an object with all fields.
    fn full_json() -> &'static str;
    /// Returns the JSON of an object with only the fields that are always present: null
    /// where possible, and empty lists.
    fn minimal_json() -> &'static str;
}

/// A valid API object that can be modified, and then decoded as its type or returned as
/// the body of a [`MockResponse`](super::MockResponse).
///
/// Strings mostly repeat the name of their field; times, numbers and ids are the same in
/// every fixture. References to other objects are ids, since nothing is expanded.
///
/// ```text
/// let session = Fixture::<CheckoutSession>::minimal()
///     .set("id", "cs_1")
///     .set("metadata.order", "4711")
///     .set("line_items.data[0].quantity", 2);
/// let transport = MockTransport::new([MockResponse::fixture(&session)]);
/// ```
///
/// Paths have the syntax of [`DecodeError::path`]: keys separated by dots, list
/// positions in brackets, and keys with other characters quoted in brackets
/// (`metadata["a key"]`). The first invalid change is recorded and reported when the
/// fixture is used.
#[must_use = "a fixture is used by `build` or `json`"]
pub struct Fixture<T> {
    json: Result<Value, DecodeError>,
    /// The JSON from which objects that are missing on a path are taken.
    full: &'static str,
    of: PhantomData<fn() -> T>,
}

impl<T> Fixture<T> {
    fn new(json: Result<Value, DecodeError>, full: &'static str) -> Self {
        Self { json, full, of: PhantomData }
    }

    /// Creates an object with all fields. An object of the same type inside it is left
    /// out or has only the fields that are always present.
    pub fn full() -> Self
    where
        T: HasFixture,
    {
        Self::new(decode::from_slice(T::full_json().as_bytes()), T::full_json())
    }

    /// Creates an object with only the fields that are always present: null where
    /// possible, and empty lists.
    pub fn minimal() -> Self
    where
        T: HasFixture,
    {
        Self::new(decode::from_slice(T::minimal_json().as_bytes()), T::full_json())
    }

    /// Sets the value at a path. An object or list that is missing on the path is taken
    /// from the full fixture, or is empty if that has none; so is the item directly
    /// after the end of a list, which extends the list.
    ///
    /// A path cannot continue below a string, number or boolean, nor beyond the item
    /// after the end of a list. Keys that the type does not know are allowed, since the
    /// API may send such keys.
    pub fn set(self, path: &str, value: impl Into<Value>) -> Self {
        self.change(path, Ok(value.into()))
    }

    /// Sets the value at a path to another fixture, for example to an object instead of
    /// its id.
    pub fn put<U>(self, path: &str, fixture: &Fixture<U>) -> Self {
        self.change(path, fixture.json.clone())
    }

    /// Removes the key or list item at a path. It must exist.
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

    /// Returns the JSON as a string. It need not have the shape of the type, so that
    /// tests can cover failures.
    ///
    /// # Errors
    /// Returns an error if a change was invalid.
    pub fn json(&self) -> Result<String, DecodeError> {
        self.value().map(Value::to_string)
    }

    /// Returns the JSON.
    ///
    /// # Errors
    /// Returns an error if a change was invalid.
    pub fn value(&self) -> Result<&Value, DecodeError> {
        self.json.as_ref().map_err(Clone::clone)
    }

    /// Decodes the object as its type.
    ///
    /// # Errors
    /// Returns an error if a change was invalid, or if the result does not have the
    /// shape of the type.
    pub fn build(&self) -> Result<T, DecodeError>
    where
        T: DeserializeOwned,
    {
        decode::from_raw(self.value()?)
    }
}

impl<T> Fixture<List<T>> {
    /// Creates a list with a single page. For more pages, set `has_more`; the `url` has
    /// no effect.
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

/// Shows keys only, since tests may contain secrets.
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

/// Implements `HasFixture`, with the JSON in files next to the calling file:
/// ```text
/// testing::fixtures! {
///     crate::checkout::CheckoutSession => "checkout/checkout_session",
/// }
/// ```
/// A type that depends on a feature has the same `#[cfg(…)]` here.
macro_rules! fixtures {
    ($($(#[$cfg:meta])* $name:path => $file:literal),+ $(,)?) => {$(
        $(#[$cfg])*
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
