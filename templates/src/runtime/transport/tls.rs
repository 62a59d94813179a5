//! The TLS configuration of the built-in transports.
//!
//! It names its crypto provider, and never relies on the one that rustls selects: a program
//! that contains two providers has none that rustls would select.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, RootCertStore};

use super::roots::Roots;
use crate::runtime::outcome::error::Error;

/// The settings of TLS.
#[derive(Clone, Debug, Default)]
pub(super) struct Tls {
    pub(super) roots: Roots,
    /// The caller's configuration, which is used as it is.
    config: Option<Arc<ClientConfig>>,
}

impl Tls {
    pub(super) const fn new() -> Self {
        Self { roots: Roots::new(), config: None }
    }

    pub(super) fn set_config(&mut self, config: impl Into<Arc<ClientConfig>>) {
        self.config = Some(config.into());
    }

    /// Returns the caller's configuration, or one that trusts Mozilla's roots and the
    /// caller's.
    pub(super) fn build(self) -> Result<ClientConfig, Error> {
        let Some(config) = self.config else { return default(self.roots) };
        if !self.roots.is_empty() {
            return Err(Error::invalid_call(
                "root certificates cannot be added to a TLS configuration that is set as a \
                 whole",
            ));
        }
        let mut config = Arc::unwrap_or_clone(config);
        // The transport offers the protocols that it supports.
        config.alpn_protocols.clear();
        Ok(config)
    }
}

fn default(custom: Roots) -> Result<ClientConfig, Error> {
    let mut roots =
        RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    roots.add_parsable_certificates(custom.load()?);
    let config = ClientConfig::builder_with_provider(provider()?)
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            Error::invalid_call("invalid TLS configuration").with_source(Arc::new(error))
        })?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// Returns the provider that the program has installed, or else the one of a feature.
fn provider() -> Result<Arc<CryptoProvider>, Error> {
    let installed = CryptoProvider::get_default().cloned();
    installed.or_else(provider_of_feature).ok_or_else(|| {
        Error::invalid_call(
            "no TLS provider: enable the feature `ring` or `aws-lc-rs`, install a provider in \
             rustls, or set a TLS configuration",
        )
    })
}

fn provider_of_feature() -> Option<Arc<CryptoProvider>> {
    #[cfg(feature = "aws-lc-rs")]
    let provider = Some(rustls::crypto::aws_lc_rs::default_provider());
    #[cfg(all(feature = "ring", not(feature = "aws-lc-rs")))]
    let provider = Some(rustls::crypto::ring::default_provider());
    #[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
    let provider = None;
    provider.map(Arc::new)
}
