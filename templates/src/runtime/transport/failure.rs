//! Tells the failures of the libraries under the built-in transports apart.

use std::error::Error as StdError;

use crate::runtime::http::error::causes;

/// Returns `true` if hyper found too many or too large header fields in a response. Only its
/// message tells.
#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub(super) fn is_large_head(error: &(dyn StdError + 'static)) -> bool {
    causes(error).any(|cause| cause.to_string().contains("message head is too large"))
}

/// Returns `true` if one of the causes is a rejected server certificate.
#[cfg(any(feature = "hyper", feature = "blocking"))]
pub(super) fn is_certificate(error: &(dyn StdError + 'static)) -> bool {
    causes(error).find_map(|cause| cause.downcast_ref()).is_some_and(is_rejection)
}

#[cfg(any(feature = "hyper", feature = "blocking"))]
fn is_rejection(error: &rustls::Error) -> bool {
    use rustls::Error;
    matches!(
        error,
        Error::InvalidCertificate(_)
            | Error::NoCertificatesPresented
            | Error::UnsupportedNameType
    )
}
