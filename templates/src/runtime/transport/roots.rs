//! Which certificates the built-in transports trust, beside those of Mozilla.

use std::sync::Arc;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::runtime::error::Error;

/// Certificates of the caller and, if they are wanted, those of the operating system.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots {
    own: Vec<Vec<u8>>,
    #[cfg(feature = "native-roots")]
    pub(super) native: bool,
}

impl Roots {
    pub(super) const fn new() -> Self {
        Self {
            own: Vec::new(),
            #[cfg(feature = "native-roots")]
            native: false,
        }
    }

    /// One certificate in DER, or all those of a text in PEM.
    pub(super) fn add(&mut self, certificate: Vec<u8>) {
        self.own.push(certificate);
    }

    /// All of them, each one usable.
    pub(super) fn load(self) -> Result<Vec<CertificateDer<'static>>, Error> {
        let mut roots = Vec::new();
        #[cfg(feature = "native-roots")]
        if self.native {
            roots = native()?;
        }
        for bytes in self.own {
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

/// A text in PEM may begin with remarks.
fn is_pem(bytes: &[u8]) -> bool {
    const BEGIN: &[u8] = b"-----BEGIN ";
    bytes.windows(BEGIN.len()).any(|part| part == BEGIN)
}

fn pem(text: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text).collect();
    match found {
        Ok(certificates) if certificates.is_empty() => Err(unusable()),
        Ok(certificates) => Ok(certificates),
        Err(error) => Err(unusable().with_source(Arc::new(error))),
    }
}

/// What the operating system trusts, as far as it can be read. A store may hold old certificates
/// that nothing can use; an empty one is a mistake.
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
