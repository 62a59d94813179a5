//! The default transport of the blocking client: ureq and rustls.

mod connect_error;
mod tls;

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Request, Response, Uri};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{Connector as _, DefaultConnector};
use ureq::{Agent, AsSendBody, BodyReader, Proxy};

use self::connect_error::{ConnectError, MarkErrors};
use self::tls::TlsConnector;
use super::environment::{Proxies, unusable};
use super::failure::is_certificate;
use super::tls::Tls;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{BlockingBody, HttpRequest, HttpResponse, Limits};
use crate::runtime::http::transport::BlockingTransport;
use crate::runtime::outcome::error::Error;

/// ureq keeps three idle connections to a host by default: with more threads, some would
/// have to connect again for each call.
const MAX_IDLE: usize = 64;
/// Practically no limit. ureq panics if the end of a time limit cannot be represented as
/// an `Instant`.
const MAX_TIMEOUT: Duration = Duration::from_secs(u32::MAX as u64);

/// The default transport of the blocking client.
///
/// Connections are kept alive and reused. Each running call uses one connection; up to
/// 64 idle ones are kept. Idle connections that turn out to be dead cost a call at most
/// one attempt: the next one opens a new connection.
///
/// All time limits are enforced, with one exception: while a tunnel through a proxy is
/// set up, the time limit applies to each read rather than to the whole exchange, so a
/// proxy that responds byte by byte can block the thread for longer.
#[derive(Clone, Debug)]
pub struct Ureq {
    agent: Agent,
    proxies: Proxies,
}

/// Configures and builds a [`Ureq`] transport.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct UreqBuilder {
    env_proxies: bool,
    tls: Tls,
}

impl UreqBuilder {
    /// Sets whether the variables `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY` are used; enabled by default.
    ///
    /// The proxy itself is reached by plain HTTP, also for `https` targets. Calls
    /// through any other kind of proxy fail before anything is sent.
    pub const fn env_proxies(mut self, enabled: bool) -> Self {
        self.env_proxies = enabled;
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
    pub fn build(self) -> Result<Ureq, Error> {
        let tls = Arc::new(self.tls.build()?);
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(MAX_IDLE)
            .max_idle_connections_per_host(MAX_IDLE)
            .proxy(None)
            .build();
        let proxies =
            if self.env_proxies { Proxies::from_env() } else { Proxies::default() };
        let connector = MarkErrors(DefaultConnector::new().chain(TlsConnector(tls)));
        let resolver = MarkErrors(DefaultResolver::default());
        Ok(Ureq { agent: Agent::with_parts(config, connector, resolver), proxies })
    }
}

impl Ureq {
    /// Creates a builder for the transport.
    pub const fn builder() -> UreqBuilder {
        UreqBuilder { env_proxies: true, tls: Tls::new() }
    }

    /// Returns the proxy for this URL.
    fn proxy(&self, target: &Uri) -> Result<Option<Proxy>, TransportError> {
        let host = target.host().unwrap_or_default();
        match self.proxies.to(target.scheme_str(), host, target.port_u16())? {
            Some(url) => Proxy::new(&url).map(Some).map_err(|_| unusable()),
            None => Ok(None),
        }
    }

    fn run<B: AsSendBody>(
        &self,
        request: &HttpRequest,
        body: B,
        limits: Limits,
    ) -> Result<Response<ureq::Body>, TransportError> {
        let mut builder =
            Request::builder().method(request.method().as_str()).uri(request.url());
        for (name, value) in request.headers().iter() {
            builder = builder.header(name, value);
        }
        let request = builder.body(body).map_err(TransportError::unsupported)?;
        let proxy = self.proxy(request.uri())?;
        let mut config = self
            .agent
            .configure_request(request)
            .proxy(proxy)
            .timeout_global(Some(limits.timeout.min(MAX_TIMEOUT)))
            .timeout_connect(Some(limits.connect_timeout.min(MAX_TIMEOUT)));
        if limits.fresh_connection {
            // Removes all idle connections to the host.
            config = config.max_idle_age(Duration::ZERO);
        }
        self.agent.run(config.build()).map_err(transport_error)
    }
}

impl BlockingTransport for Ureq {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        let response = match request.body() {
            Some(body) => self.run(request, body, limits)?,
            None => self.run(request, (), limits)?,
        };
        let (parts, body) = response.into_parts();
        let mut headers = Headers::new();
        for (name, value) in &parts.headers {
            headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
        }
        let body = BlockingBody::reader(ResponseBody(body.into_reader()));
        Ok(HttpResponse::new(parts.status.as_u16(), headers, body))
    }
}

/// A response body that reports timeouts as [`io::ErrorKind::TimedOut`].
struct ResponseBody(BodyReader<'static>);

impl Read for ResponseBody {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.into() {
            ureq::Error::Timeout(timeout) => {
                io::Error::new(io::ErrorKind::TimedOut, ureq::Error::Timeout(timeout))
            }
            error => error.into_io(),
        })
    }
}

fn transport_error(error: ureq::Error) -> TransportError {
    use ureq::Error;
    match error {
        Error::Other(error) => match error.downcast::<ConnectError>() {
            Ok(error) => connect_error(error.0),
            Err(error) => TransportError::connection(error),
        },
        Error::Timeout(_) => TransportError::timeout(),
        Error::Io(io) if io.kind() == io::ErrorKind::TimedOut => {
            TransportError::timeout()
        }
        Error::LargeResponseHeader(..) => TransportError::large_head(error),
        // The type of the inner error is not part of ureq's interface.
        Error::Protocol(ref inner) if inner.to_string().contains("too many headers") => {
            TransportError::large_head(error)
        }
        Error::Http(_) | Error::BadUri(_) | Error::RequireHttpsOnly(_) => {
            TransportError::unsupported(error)
        }
        error => TransportError::connection(error),
    }
}

fn connect_error(error: ureq::Error) -> TransportError {
    use ureq::Error;
    match &error {
        Error::Timeout(_) => TransportError::connect_timeout(),
        Error::Io(io) if io.kind() == io::ErrorKind::TimedOut => {
            TransportError::connect_timeout()
        }
        Error::Io(io) if is_certificate(io) => TransportError::certificate(error),
        Error::BadUri(_) | Error::InvalidProxyUrl => TransportError::unsupported(error),
        _ => TransportError::no_connection(error),
    }
}
