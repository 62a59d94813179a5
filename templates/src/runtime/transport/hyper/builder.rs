//! Configuration of the default transport.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::Hyper;
use super::connection::HTTP2;
use super::connector::Connector;
use super::pool::Pool;
use crate::runtime::outcome::error::Error;
use crate::runtime::transport::environment::Proxies;
use crate::runtime::transport::tls::Tls;

const MAX_CONCURRENT: usize = 128;

/// Configures and builds a [`Hyper`] transport.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct HyperBuilder {
    env_proxies: bool,
    max_concurrent: usize,
    tls: Tls,
}

impl HyperBuilder {
    pub(super) const fn new() -> Self {
        Self { env_proxies: true, max_concurrent: MAX_CONCURRENT, tls: Tls::new() }
    }

    /// Sets whether the variables `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY` are used; enabled by default.
    ///
    /// The proxy itself is reached by plain HTTP, also for `https` targets. Calls
    /// through any other kind of proxy fail before anything is sent.
    pub const fn env_proxies(mut self, enabled: bool) -> Self {
        self.env_proxies = enabled;
        self
    }

    /// Sets the maximum number of concurrent calls; 128 by default.
    ///
    /// It also limits the connections to each host that are reused, including idle ones.
    /// Further calls wait until another one ends; the waiting counts toward their timeout.
    pub const fn max_concurrent(mut self, calls: usize) -> Self {
        self.max_concurrent = calls;
        self
    }

    /// Trusts additional root certificates besides Mozilla's: one certificate in DER, or
    /// all certificates of a PEM file.
    pub fn root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.tls.roots.add(certificate.into());
        self
    }

    /// Sets whether the root certificates of the operating system are trusted in
    /// addition to Mozilla's; disabled by default.
    #[cfg(feature = "native-roots")]
    pub const fn native_roots(mut self, enabled: bool) -> Self {
        self.tls.roots.native = enabled;
        self
    }

    /// Sets the TLS configuration: the crypto provider, the trusted roots, client
    /// certificates. Without it, the transport uses the provider that the program has
    /// installed in rustls, or else the one of the feature `aws-lc-rs` or `ring`.
    pub fn tls_config(mut self, config: impl Into<Arc<rustls::ClientConfig>>) -> Self {
        self.tls.set_config(config);
        self
    }

    /// Builds the transport.
    ///
    /// # Errors
    /// Returns an error if a root certificate cannot be used, if those of the operating
    /// system are enabled and none of them can be used, or if there is no crypto provider.
    pub fn build(self) -> Result<Hyper, Error> {
        let proxies =
            if self.env_proxies { Proxies::from_env() } else { Proxies::default() };
        let max = self.max_concurrent.clamp(1, Semaphore::MAX_PERMITS);
        let mut tls = self.tls.build()?;
        if cfg!(feature = "http2") {
            tls.alpn_protocols = vec![HTTP2.to_vec(), b"http/1.1".to_vec()];
        }
        Ok(Hyper {
            connector: Connector::new(Arc::new(tls), proxies),
            pool: Pool::new(max),
            permits: Arc::new(Semaphore::new(max)),
        })
    }
}
