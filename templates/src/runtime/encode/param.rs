//! Types that can be the value of a parameter.

use std::collections::BTreeMap;

use super::value::Kind;
use super::{Fields, ParamValue};
use crate::runtime::values::decimal::Decimal;
use crate::runtime::values::file::FileUpload;
use crate::runtime::values::secret::Secret;
use crate::runtime::values::timestamp::Timestamp;

/// A type that can be the value of a parameter.
pub(crate) trait Param {
    /// Converts into the value to send.
    fn into_value(self) -> ParamValue;
}

macro_rules! param {
    ($($name:ty => $value:ident => $kind:expr),+ $(,)?) => {$(
        impl Param for $name {
            #[inline]
            fn into_value(self) -> ParamValue {
                let $value = self;
                ParamValue($kind)
            }
        }
    )+};
}

param! {
    String => text => Kind::Text(text),
    &str => text => Kind::Text(text.to_owned()),
    i64 => value => Kind::Integer(value),
    bool => value => Kind::Boolean(value),
    f64 => value => Kind::Number(value),
    Timestamp => value => Kind::Integer(value.as_unix()),
    Decimal => value => Kind::Decimal(value),
    Secret => value => Kind::Secret(value),
    FileUpload => file => Kind::File(Box::new(file)),
    Fields => fields => Kind::Object(fields),
}

impl<P: Param> Param for Vec<P> {
    fn into_value(self) -> ParamValue {
        ParamValue(Kind::List(self.into_iter().map(P::into_value).collect()))
    }
}

impl<P: Param> Param for BTreeMap<String, P> {
    fn into_value(self) -> ParamValue {
        let entries = self.into_iter().map(|(key, value)| (key, value.into_value()));
        ParamValue(Kind::Map(entries.collect()))
    }
}

impl Param for ParamValue {
    fn into_value(self) -> ParamValue {
        self
    }
}

/// Implements the methods that all parameter types share: `encode::params! {
/// LineItemParams, PayByBankOptionsParams memberless, CreateConfiguration ["features"] }`.
/// The parameters in brackets must not be empty.
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! params {
    ($($name:ident $($memberless:ident)? $([$($required:literal),+])?),+ $(,)?) => {$(
        impl $name {
            /// Sets an optional value with the given setter, as in
            /// `.maybe(order.customer, CreateCheckoutSession::customer)`. `None` leaves
            /// the parameter unset.
            pub fn maybe<V>(
                self,
                value: ::core::option::Option<V>,
                set: impl ::core::ops::FnOnce(Self, V) -> Self,
            ) -> Self {
                match value {
                    ::core::option::Option::Some(value) => set(self, value),
                    ::core::option::Option::None => self,
                }
            }

            /// Returns the value of a parameter, by its name in the API, if it is set.
            #[must_use]
            #[inline]
            pub fn get(&self, name: &str) -> ::core::option::Option<&$crate::runtime::ParamValue> {
                self.fields.get(name)
            }
        }

        #[allow(deprecated, reason = "what is deprecated can still be sent")]
        const _: () = {
            const REQUIRED: &[&str] = &[$($($required),+)?];

            impl $crate::runtime::encode::Param for $name {
                #[inline]
                fn into_value(self) -> $crate::runtime::ParamValue {
                    $crate::runtime::encode::params!(@ self REQUIRED $($memberless)?)
                }
            }

            impl ::core::convert::From<$name> for $crate::runtime::encode::Fields {
                #[inline]
                fn from(params: $name) -> Self {
                    params.fields.requiring(REQUIRED)
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::decode::blank!(
                $name = Self { fields: $crate::runtime::encode::Fields::new() }
            );

            #[cfg(feature = "serialize")]
            impl $crate::runtime::decode::Place for $name {
                fn fill(
                    &mut self,
                    value: $crate::runtime::decode::Value<'_>,
                ) -> ::core::result::Result<(), $crate::runtime::decode::DecodeErrorKind> {
                    $crate::runtime::decode::Place::fill(&mut self.fields, value)
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::decode::deserialize!($name);

            #[cfg(feature = "serialize")]
            impl $crate::runtime::serialize::ErasedSerialize for $name {
                fn show(&self) -> $crate::runtime::serialize::Erased<'_> {
                    $crate::runtime::encode::show_params(&self.fields, REQUIRED)
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::serialize::serialize!($name);

            impl ::core::fmt::Debug for $name {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    self.fields.debug(::core::stringify!($name), f)
                }
            }
        };
    )+};
    (@ $this:ident $required:ident) => {
        $crate::runtime::encode::Param::into_value($this.fields.requiring($required))
    };
    (@ $this:ident $required:ident memberless) => { $crate::runtime::ParamValue::MEMBERLESS };
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use params;
