//! Resources that are known by name only: their type is not part of this crate.

use std::fmt;

use serde::de::DeserializeOwned;

use super::RawObject;
use super::decode::{self, Decode, DecodeError, DecodeErrorKind, Value};

/// What is inside a resource without a type: JSON that is known to have an id.
#[derive(Clone, PartialEq)]
pub(crate) struct Opaque(RawObject);

impl Opaque {
    /// Gives the JSON back if it has no id.
    pub(crate) fn new(raw: RawObject) -> Result<Self, RawObject> {
        if raw.id().is_some() { Ok(Self(raw)) } else { Err(raw) }
    }

    pub(crate) fn id(&self) -> &str {
        // Checked when it was made.
        self.0.id().unwrap_or_default()
    }

    pub(crate) fn object(&self) -> Option<&str> {
        self.0.object()
    }

    pub(crate) fn raw(&self) -> &RawObject {
        &self.0
    }

    pub(crate) fn decode<U: DeserializeOwned>(&self) -> Result<U, DecodeError> {
        self.0.decode()
    }
}

impl fmt::Debug for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opaque").field("id", &self.id()).field("raw", &self.0).finish()
    }
}

impl Decode for Opaque {
    fn empty() -> Self {
        Self(RawObject::default())
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let (raw, trail) = decode::collect(value.map()?)?;
        decode::check_text(&raw, "id", trail)?;
        self.0 = raw;
        Ok(())
    }
}

/// The methods and conversions of `pub struct Customer(Opaque);`:
/// ```text
/// decode::opaque! { Customer as "customer" }
/// ```
macro_rules! opaque {
    ($($name:ident $(as $object:literal)?),+ $(,)?) => {$(
        impl $name {
            /// The id.
            #[must_use]
            pub fn id(&self) -> &str {
                self.0.id()
            }

            /// The kind of object, as the API names it.
            #[must_use]
            pub fn object(&self) -> ::core::option::Option<&str> {
                self.0.object()
            }

            /// All that was received.
            #[must_use]
            pub fn raw(&self) -> &$crate::runtime::RawObject {
                self.0.raw()
            }

            /// Reads the object as a type of yours.
            ///
            /// # Errors
            /// When the object does not have the shape that the type asks for.
            pub fn decode<U: ::serde::de::DeserializeOwned>(
                &self,
            ) -> ::core::result::Result<U, $crate::runtime::DecodeError> {
                self.0.decode()
            }
        }

        #[allow(deprecated, reason = "what is deprecated is still read and written")]
        const _: () = {
            impl $crate::runtime::decode::Decode for $name {
                fn empty() -> Self {
                    Self($crate::runtime::decode::Decode::empty())
                }

                fn put(
                    &mut self,
                    value: $crate::runtime::decode::Value<'_>,
                ) -> ::core::result::Result<(), $crate::runtime::decode::DecodeErrorKind> {
                    $crate::runtime::decode::Decode::put(&mut self.0, value)
                }
            }

            impl $crate::runtime::decode::Tagged for $name {
                const OBJECT: ::core::option::Option<&'static str> =
                    $crate::runtime::decode::object!(@tag $($object)?);
            }

            impl $crate::runtime::decode::HasId for $name {
                fn id(&self) -> ::core::option::Option<&str> {
                    ::core::option::Option::Some(self.0.id())
                }
            }

            $crate::runtime::decode::deserialize!($name);

            #[cfg(feature = "serialize")]
            impl $crate::runtime::serialize::ErasedSerialize for $name {
                fn show(&self) -> $crate::runtime::serialize::Erased<'_> {
                    $crate::runtime::serialize::ErasedSerialize::show(self.0.raw())
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::serialize::serialize!($name);
        };
    )+};
}
pub(crate) use opaque;

/// What is left of a deleted object.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted(Opaque);

impl Deleted {
    /// Gives the JSON back if it has no id.
    pub(crate) fn new(raw: RawObject) -> Result<Self, RawObject> {
        Opaque::new(raw).map(Self)
    }
}

opaque!(Deleted);
