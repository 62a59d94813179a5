//! New connections: direct or through a proxy, with or without TLS.

use std::error::Error as StdError;
use std::sync::Arc;
use std::{fmt, io};

use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;

use super::connection::Connection;
use super::pool::Pool;
use super::target::Target;
use super::{tcp, tunnel};
use crate::runtime::http::error::TransportError;
use crate::runtime::transport::environment::Proxies;

pub(super) type BoxError = Box<dyn StdError + Send + Sync>;

/// A connection without regard to what it consists of, so that HTTP is compiled once.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// The step at which opening a connection failed.
#[derive(Debug)]
struct Failed {
    step: &'static str,
    cause: io::Error,
}

impl Failed {
    const fn at(step: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self { step, cause }
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.step)
    }
}

impl StdError for Failed {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.cause)
    }
}

/// Opens connections.
#[derive(Clone, Debug)]
pub(super) struct Connector {
    tls: Arc<ClientConfig>,
    proxies: Proxies,
}

impl Connector {
    pub(super) const fn new(tls: Arc<ClientConfig>, proxies: Proxies) -> Self {
        Self { tls, proxies }
    }

    /// Returns the target of a URL.
    ///
    /// # Errors
    /// Returns an error if its proxy is not supported.
    pub(super) fn target(&self, url: &str) -> Result<Target, TransportError> {
        Target::new(url, &self.proxies)
    }

    /// Opens a connection that keeps its pool in order.
    pub(super) async fn open(
        &self,
        target: &Target,
        pool: &Pool,
    ) -> Result<Connection, BoxError> {
        let host = target.authority.host();
        let stream = match &target.proxy {
            None => {
                let stream = tcp::connect(host, target.port()).await;
                stream.map_err(Failed::at("the TCP connection failed"))?
            }
            Some(proxy) => {
                let stream = tunnel::to_proxy(proxy, target).await;
                stream.map_err(Failed::at("the connection to the proxy failed"))?
            }
        };
        if !target.is_https() {
            return Connection::http1(Box::new(stream), pool).await;
        }
        let name = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let tls = TlsConnector::from(Arc::clone(&self.tls));
        let stream = tls.connect(ServerName::try_from(name)?, stream).await;
        let stream = stream.map_err(Failed::at("the TLS handshake failed"))?;
        #[cfg(feature = "http2")]
        if stream.get_ref().1.alpn_protocol() == Some(super::connection::HTTP2) {
            return Connection::http2(Box::new(stream), pool).await;
        }
        Connection::http1(Box::new(stream), pool).await
    }
}
