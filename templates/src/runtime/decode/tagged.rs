//! Objects that are distinguished by their `object` key, and objects that have an id.

/// The value of a type's `object` key, if it has one.
pub trait Tagged {
    /// The value of the key.
    const OBJECT: Option<&'static str>;
}

impl<T: Tagged> Tagged for Box<T> {
    const OBJECT: Option<&'static str> = T::OBJECT;
}

/// API objects that can have an id. Lists of such objects can be paged.
pub trait HasId {
    /// Returns the id.
    fn id(&self) -> Option<&str>;
}

/// Implements `HasId` for structs with the field `id: String`, with `id:
/// Option<String>`, and without an id: `decode::has_id!(CheckoutSession, Part optional,
/// Address none);`
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! has_id {
    ($($name:ident $($how:ident)?),+ $(,)?) => {$(
        impl $crate::runtime::decode::HasId for $name {
            fn id(&self) -> ::core::option::Option<&str> {
                $crate::runtime::decode::has_id!(@ self $($how)?)
            }
        }
    )+};
    (@ $this:ident) => { ::core::option::Option::Some(&$this.id) };
    (@ $this:ident optional) => { $this.id.as_deref() };
    (@ $this:ident none) => { ::core::option::Option::None };
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use has_id;

/// Implements an enum of boxed objects that are selected by their `object` key; any
/// other object becomes `Unrecognized(RawObject)`. `deleted` marks the form with
/// `"deleted": true`:
/// ```text
/// decode::union! {
///     PaymentSource { Account = "account", Card = "card", DeletedCard = deleted "card" }
/// }
/// ```
/// A variant that depends on a feature has the same `#[cfg(…)]` here.
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! union {
    ($($name:ident {
        $($(#[$cfg:meta])* $variant:ident = $($word:ident)? $object:literal),* $(,)?
    })+) => {$(
        #[allow(deprecated, reason = "what is deprecated is still read and written")]
        #[allow(
            unused_variables,
            clippy::match_single_binding,
            reason = "a union can have no members in scope"
        )]
        const _: () = {
            $crate::runtime::decode::blank!(
                $name = Self::Unrecognized($crate::runtime::decode::Blank::BLANK)
            );

            impl $crate::runtime::decode::Place for $name {
                fn fill(
                    &mut self,
                    value: $crate::runtime::decode::Value<'_>,
                ) -> ::core::result::Result<(), $crate::runtime::decode::DecodeErrorKind> {
                    let (map, recorder) = $crate::runtime::decode::collect(value.map()?)?;
                    let raw = $crate::runtime::RawObject::from(map);
                    *self = match (raw.object(), raw.is_deleted()) {
                        $($(#[$cfg])* (
                            ::core::option::Option::Some($object),
                            $crate::runtime::decode::union!(@ $($word)?),
                        ) => Self::$variant($crate::runtime::decode::refill(raw.into_map(), recorder)?),)*
                        _ => Self::Unrecognized(raw),
                    };
                    ::core::result::Result::Ok(())
                }
            }

            // Each member has a tag; the union itself does not.
            impl $crate::runtime::decode::Tagged for $name {
                const OBJECT: ::core::option::Option<&'static str> = ::core::option::Option::None;
            }

            impl $crate::runtime::decode::HasId for $name {
                fn id(&self) -> ::core::option::Option<&str> {
                    match self {
                        $(
                            $(#[$cfg])*
                            Self::$variant(object) => $crate::runtime::decode::HasId::id(&**object),
                        )*
                        Self::Unrecognized(raw) => raw.id(),
                    }
                }
            }

            $crate::runtime::decode::deserialize!($name);

            #[cfg(feature = "serialize")]
            impl $crate::runtime::serialize::ErasedSerialize for $name {
                fn show(&self) -> $crate::runtime::serialize::Erased<'_> {
                    match self {
                        $($(#[$cfg])* Self::$variant(object) => {
                            $crate::runtime::serialize::ErasedSerialize::show(object)
                        })*
                        Self::Unrecognized(raw) => $crate::runtime::serialize::ErasedSerialize::show(raw),
                    }
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::serialize::serialize!($name);
        };
    )+};
    (@) => { false };
    (@ deleted) => { true };
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use union;
