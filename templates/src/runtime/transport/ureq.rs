//! The built-in transport of the blocking client: ureq and rustls.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Request, Response, Uri};
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, AsSendBody, BodyReader, Proxy, Timeout};

use super::environment::{Proxies, unusable};
use super::error::is_certificate;
use super::roots::Roots;
use super::{
    BlockingBody, BlockingTransport, HttpRequest, HttpResponse, Limits, TransportError,
};
use crate::runtime::error::Error;
use crate::runtime::headers::Headers;

/// The transport's own default is three to a host: each further thread would connect anew for
/// each call.
const MAX_IDLE: usize = 64;
/// For ever; ureq panics when the end of a limit is no point in time.
const LONGEST: Duration = Duration::from_secs(u32::MAX as u64);

/// The built-in transport of the blocking client.
///
/// Connections are kept and used again. A thread has one connection at most, so there are never
/// more of them open than calls at once, beside 64 idle ones.
///
/// Every limit of time holds but one: while a proxy is asked for the way to the server, each of its
/// bytes is waited for anew, so that one which answers byte by byte can hold the thread for longer.
#[derive(Clone, Debug)]
pub struct Ureq {
    agent: Agent,
    proxies: Proxies,
}

/// Configures [`Ureq`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct UreqBuilder {
    env_proxies: bool,
    roots: Roots,
}

impl UreqBuilder {
    /// Whether `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are heeded; they are by
    /// default. A proxy is reached by plain HTTP, also on the way to encrypted hosts; calls that
    /// would need another kind of proxy are refused.
    pub const fn env_proxies(mut self, heed: bool) -> Self {
        self.env_proxies = heed;
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
    pub fn build(self) -> Result<Ureq, Error> {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(trust(self.roots)?)
            .unversioned_rustls_crypto_provider(Arc::new(
                rustls::crypto::ring::default_provider(),
            ))
            .build();
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(MAX_IDLE)
            .max_idle_connections_per_host(MAX_IDLE)
            .proxy(None)
            .tls_config(tls)
            .build();
        let proxies =
            if self.env_proxies { Proxies::from_env() } else { Proxies::default() };
        Ok(Ureq { agent: config.new_agent(), proxies })
    }
}

/// Mozilla's roots, and those of the caller. A list of one's own stands in place of the built-in
/// one, so that the latter is added to it.
fn trust(own: Roots) -> Result<RootCerts, Error> {
    let own = own.load()?;
    if own.is_empty() {
        return Ok(RootCerts::WebPki);
    }
    let all = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().chain(&own);
    let all = all.map(|certificate| Certificate::from_der(certificate).to_owned());
    Ok(RootCerts::Specific(Arc::new(all.collect())))
}

impl Ureq {
    /// Starts to configure the transport.
    pub const fn builder() -> UreqBuilder {
        UreqBuilder { env_proxies: true, roots: Roots::new() }
    }

    /// The proxy on the way to this URL.
    fn proxy(&self, target: &Uri) -> Result<Option<Proxy>, TransportError> {
        let host = target.host().unwrap_or_default();
        match self.proxies.to(target.scheme_str(), host)? {
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
        let request = self
            .agent
            .configure_request(request)
            .proxy(proxy)
            .timeout_global(Some(limits.timeout.min(LONGEST)))
            .timeout_connect(Some(limits.connect_timeout.min(LONGEST)))
            .build();
        self.agent.run(request).map_err(transport_error)
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

/// A body on its way, which tells timeouts in the way of the standard library.
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
    match &error {
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            TransportError::connect_timeout()
        }
        ureq::Error::Timeout(_) => TransportError::timeout(),
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::TimedOut => {
            TransportError::timeout()
        }
        ureq::Error::Io(io) if is_certificate(io) => TransportError::certificate(error),
        ureq::Error::Rustls(tls) if is_certificate(tls) => {
            TransportError::certificate(error)
        }
        ureq::Error::Http(_)
        | ureq::Error::BadUri(_)
        | ureq::Error::InvalidProxyUrl
        | ureq::Error::RequireHttpsOnly(_) => TransportError::unsupported(error),
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_) => TransportError::no_connection(error),
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::ConnectionRefused => {
            TransportError::no_connection(error)
        }
        _ => TransportError::connection(error),
    }
}
