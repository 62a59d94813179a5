//! Macros for types that can be decoded.

/// Implements `Decode` by a constant, the initial value: `decode::blank!(Secret =
/// Self(String::new()));`
macro_rules! blank {
    (<$($param:ident $(: $bound:ident $(+ $more:ident)*)?)?> $name:ty = $blank:expr) => {
        impl<$($param $(: $bound $(+ $more)*)?)?> $crate::runtime::decode::Blank for $name {
            const BLANK: Self = $blank;
        }

        impl<$($param $(: $bound $(+ $more)*)?)?> $crate::runtime::decode::Decode for $name {
            #[inline]
            fn empty() -> Self {
                <Self as $crate::runtime::decode::Blank>::BLANK
            }
        }
    };
    ($name:ty = $blank:expr) => {
        $crate::runtime::decode::blank!(<> $name = $blank);
    };
}
pub(crate) use blank;

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
