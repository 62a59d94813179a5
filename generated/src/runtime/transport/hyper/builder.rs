//! How the default transport is configured.

use std::sync::Arc;
use std::time::Duration;

use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::{ClientConfig, RootCertStore};
use tokio::sync::Semaphore;

use super::Hyper;
use super::connector::{ConnectTimeout, Connector};
use crate::runtime::error::Error;
use crate::runtime::transport::environment::Proxies;
use crate::runtime::transport::roots::Roots;

const MAX_CONCURRENT: usize = 128;
/// Shorter than servers and gateways wait, so that few connections are found closed.
const IDLE: Duration = Duration::from_secs(50);
/// How long an HTTP/2 connection on which calls wait may be silent before the server is asked
/// whether it is still there, and how long it may take to say so.
#[cfg(feature = "http2")]
const SILENCE: Duration = Duration::from_secs(5);

/// Configures [`Hyper`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct HyperBuilder {
    env_proxies: bool,
    max_concurrent: usize,
    roots: Roots,
}

impl HyperBuilder {
    pub(super) const fn new() -> Self {
        Self { env_proxies: true, max_concurrent: MAX_CONCURRENT, roots: Roots::new() }
    }

    /// Whether `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are heeded; they are by
    /// default. A proxy is reached by plain HTTP, also on the way to encrypted hosts; calls that
    /// would need another kind of proxy are refused.
    pub const fn env_proxies(mut self, heed: bool) -> Self {
        self.env_proxies = heed;
        self
    }

    /// How many calls may be on their way at once; 128 by default. Never are more connections
    /// than that open to a host, idle ones included. Further calls wait for their turn, which
    /// counts to their timeout.
    pub const fn max_concurrent(mut self, calls: usize) -> Self {
        self.max_concurrent = calls;
        self
    }

    /// Trusts further root certificates, beside those of Mozilla: one in DER, or all those of a
    /// text in PEM.
    pub fn root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.roots.add(certificate.into());
        self
    }

    /// Whether the root certificates of the operating system are trusted too, beside those of
    /// Mozilla; they are not by default.
    #[cfg(feature = "native-roots")]
    pub const fn native_roots(mut self, trust: bool) -> Self {
        self.roots.native = trust;
        self
    }

    /// The transport.
    ///
    /// # Errors
    /// When a root certificate cannot be used, or when the operating system was asked for its own
    /// and has none.
    pub fn build(self) -> Result<Hyper, Error> {
        let proxies =
            if self.env_proxies { Proxies::from_env() } else { Proxies::default() };
        let most = self.max_concurrent.clamp(1, Semaphore::MAX_PERMITS);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls(self.roots)?)
            .https_or_http()
            .enable_http1();
        #[cfg(feature = "http2")]
        let connector = connector.enable_http2();
        let connector = connector.wrap_connector(Connector::new(proxies.clone(), most));
        let mut client = Client::builder(TokioExecutor::new());
        client.pool_timer(TokioTimer::new());
        client.pool_idle_timeout(IDLE).pool_max_idle_per_host(most);
        #[cfg(feature = "http2")]
        client
            .timer(TokioTimer::new())
            .http2_keep_alive_interval(SILENCE)
            .http2_keep_alive_timeout(SILENCE);
        Ok(Hyper {
            client: client.build(ConnectTimeout(connector)),
            proxies,
            permits: Arc::new(Semaphore::new(most)),
        })
    }
}

/// Trust in Mozilla's roots and in those of the caller. The provider is named: a program may
/// hold several.
fn tls(own: Roots) -> Result<ClientConfig, Error> {
    let mut roots =
        RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    roots.add_parsable_certificates(own.load()?);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            Error::invalid_call("TLS cannot be set up like this")
                .with_source(Arc::new(error))
        })?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
