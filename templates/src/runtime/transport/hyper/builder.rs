//! Configuration of the default transport.

use std::sync::Arc;
use std::time::Duration;

use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;
use tokio::sync::Semaphore;

use super::connector::{ConnectTimeout, Connector};
use super::pools::Pools;
use super::{HttpClient, Hyper};
use crate::runtime::outcome::error::Error;
use crate::runtime::transport::environment::Proxies;
use crate::runtime::transport::tls::Tls;

const MAX_CONCURRENT: usize = 128;
/// The maximum number of header fields of a response. hyper's own limit is 100.
const MAX_HEADERS: usize = 512;
/// Shorter than the idle timeouts of common servers and gateways, so that few reused
/// connections turn out to be closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(50);
/// The time without any data on an HTTP/2 connection with pending calls after which the
/// client sends a ping, and the time that the server then has to respond.
#[cfg(feature = "http2")]
const KEEP_ALIVE: Duration = Duration::from_secs(5);

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
        let tls = self.tls.build()?;
        // Each client has its own limit of connections: idle connections of one must not
        // prevent another one from connecting.
        let connector = Connector::new(proxies.clone(), max);
        let unpooled = client(tls.clone(), connector, 0);
        let permits = Arc::new(Semaphore::new(max));
        let pooled = {
            let proxies = proxies.clone();
            move || client(tls.clone(), Connector::new(proxies.clone(), max), max)
        };
        Ok(Hyper { pools: Pools::new(pooled), unpooled, proxies, permits })
    }
}

/// Returns a client that keeps this number of idle connections to each host.
fn client(tls: ClientConfig, connector: Connector, max_idle: usize) -> HttpClient {
    let https = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http();
    let https = https.enable_http1();
    #[cfg(feature = "http2")]
    let https = https.enable_http2();
    let mut client = Client::builder(TokioExecutor::new());
    client.pool_timer(TokioTimer::new());
    client.http1_max_headers(MAX_HEADERS);
    client.pool_idle_timeout(IDLE_TIMEOUT).pool_max_idle_per_host(max_idle);
    #[cfg(feature = "http2")]
    client
        .timer(TokioTimer::new())
        .http2_keep_alive_interval(KEEP_ALIVE)
        .http2_keep_alive_timeout(KEEP_ALIVE);
    client.build(ConnectTimeout(https.wrap_connector(connector)))
}
