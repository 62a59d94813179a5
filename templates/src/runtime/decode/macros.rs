//! The bridge from [`Decode`](super::Decode) to serde.

/// Implements `serde::Deserialize` for types that implement `Decode`.
macro_rules! deserialize {
    ($($name:ident $(<$param:ident $(: $bound:path)*>)?),+ $(,)?) => {$(
        impl<'de $(, $param: $crate::runtime::decode::Decode $(+ $bound)*)?>
            ::serde::Deserialize<'de> for $name $(<$param>)?
        {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::decode::bridge(input)
            }
        }
    )+};
}
pub(crate) use deserialize;
