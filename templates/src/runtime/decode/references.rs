//! Fields that refer to resources of the crate.

/// `Expands` for references to resources of the crate:
/// ```text
/// decode::references! { PriceRef => Price as "price", SourceRef => Source }
/// ```
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! references {
    ($($reference:ident => $object:path $(as $tag:literal)?),+ $(,)?) => {$(
        impl $crate::runtime::Expands for $reference {
            const OBJECT: ::core::option::Option<&'static str> =
                $crate::runtime::decode::object!(@tag $($tag)?);
            type Object = $object;
        }
    )+};
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use references;
