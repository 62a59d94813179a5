//! Root certificates that the built-in transports trust in addition to Mozilla's.

use std::sync::Arc;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::runtime::outcome::error::Error;

/// Root certificates from the caller and, if enabled, from the operating system.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots {
    custom: Vec<Vec<u8>>,
    #[cfg(feature = "native-roots")]
    pub(super) native: bool,
}

impl Roots {
    pub(super) const fn new() -> Self {
        Self {
            custom: Vec::new(),
            #[cfg(feature = "native-roots")]
            native: false,
        }
    }

    /// Returns `true` if only Mozilla's roots are trusted.
    pub(super) fn is_empty(&self) -> bool {
        #[cfg(feature = "native-roots")]
        if self.native {
            return false;
        }
        self.custom.is_empty()
    }

    /// Adds one certificate in DER, or all certificates of a PEM file.
    pub(super) fn add(&mut self, certificate: Vec<u8>) {
        self.custom.push(certificate);
    }

    /// Parses all certificates and checks that each one can be used as a trust anchor.
    pub(super) fn load(self) -> Result<Vec<CertificateDer<'static>>, Error> {
        let mut roots = Vec::new();
        #[cfg(feature = "native-roots")]
        if self.native {
            roots = native()?;
        }
        for bytes in self.custom {
            let certificates =
                if is_pem(&bytes) { pem(&bytes)? } else { vec![bytes.into()] };
            for certificate in certificates {
                if let Err(error) = RootCertStore::empty().add(certificate.clone()) {
                    return Err(unusable().with_source(Arc::new(error)));
                }
                roots.push(certificate);
            }
        }
        Ok(roots)
    }
}

fn unusable() -> Error {
    Error::invalid_call("a root certificate cannot be used")
}

/// Returns `true` for PEM, which may have comments before the first certificate.
fn is_pem(bytes: &[u8]) -> bool {
    const BEGIN: &[u8] = b"-----BEGIN ";
    bytes.windows(BEGIN.len()).any(|part| part == BEGIN)
}

fn pem(bytes: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(bytes).collect();
    match found {
        Ok(certificates) if certificates.is_empty() => Err(unusable()),
        Ok(certificates) => Ok(certificates),
        Err(error) => Err(unusable().with_source(Arc::new(error))),
    }
}

/// Returns the usable root certificates of the operating system. Its store may hold
/// outdated certificates that cannot be used; these are skipped, but it is an error if
/// none remains.
#[cfg(feature = "native-roots")]
fn native() -> Result<Vec<CertificateDer<'static>>, Error> {
    let mut found = rustls_native_certs::load_native_certs();
    found
        .certs
        .retain(|certificate| RootCertStore::empty().add(certificate.clone()).is_ok());
    if !found.certs.is_empty() {
        return Ok(found.certs);
    }
    let error =
        Error::invalid_call("no root certificate of the operating system can be used");
    Err(match found.errors.into_iter().next() {
        Some(cause) => error.with_source(Arc::new(cause)),
        None => error,
    })
}
