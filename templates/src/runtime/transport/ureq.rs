//! The built-in transport of the blocking client: ureq and rustls.

use std::io::{self, Read};
use std::sync::Arc;

use ureq::config::Config;
use ureq::http::{Request, Response};
use ureq::tls::{TlsConfig, TlsProvider};
use ureq::{Agent, AsSendBody, BodyReader, Proxy};

use super::failure::is_certificate;
use super::{BlockingBody, BlockingTransport, Failure, HttpRequest, Limits, Reply};
use crate::runtime::headers::Headers;

/// The built-in transport of the blocking client. Connections are kept and used again.
#[derive(Clone, Debug)]
pub struct Ureq(Agent);

impl Ureq {
    /// The transport; it heeds `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, or not.
    #[must_use]
    pub fn new(env_proxies: bool) -> Self {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(
                rustls::crypto::ring::default_provider(),
            ))
            .build();
        let config = Config::builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(env_proxies.then(Proxy::try_from_env).flatten())
            .tls_config(tls)
            .build();
        Self(config.new_agent())
    }

    fn run<B: AsSendBody>(
        &self,
        request: &HttpRequest,
        body: B,
        limits: Limits,
    ) -> Result<Response<ureq::Body>, Failure> {
        let mut builder =
            Request::builder().method(request.method().as_str()).uri(request.url());
        for (name, value) in request.headers().iter() {
            builder = builder.header(name, value);
        }
        let request = builder.body(body).map_err(Failure::unsupported)?;
        let request = self
            .0
            .configure_request(request)
            .timeout_global(Some(limits.timeout))
            .timeout_connect(Some(limits.connect_timeout))
            .build();
        self.0.run(request).map_err(failure)
    }
}

impl BlockingTransport for Ureq {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<Reply<BlockingBody>, Failure> {
        let response = match request.body() {
            Some(body) => self.run(request, body, limits)?,
            None => self.run(request, (), limits)?,
        };
        let (parts, body) = response.into_parts();
        let mut headers = Headers::new();
        for (name, value) in &parts.headers {
            headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
        }
        let body = BlockingBody::reader(Arriving(body.into_reader()));
        Ok(Reply::new(parts.status.as_u16(), headers, body))
    }
}

/// A body on its way, which tells timeouts in the way of the standard library.
struct Arriving(BodyReader<'static>);

impl Read for Arriving {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.into() {
            ureq::Error::Timeout(timeout) => {
                io::Error::new(io::ErrorKind::TimedOut, ureq::Error::Timeout(timeout))
            }
            error => error.into_io(),
        })
    }
}

fn failure(error: ureq::Error) -> Failure {
    match &error {
        ureq::Error::Timeout(_) => Failure::timeout(),
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::TimedOut => {
            Failure::timeout()
        }
        ureq::Error::Io(io) if is_certificate(io) => Failure::certificate(error),
        ureq::Error::Rustls(tls) if is_certificate(tls) => Failure::certificate(error),
        ureq::Error::Http(_)
        | ureq::Error::BadUri(_)
        | ureq::Error::InvalidProxyUrl
        | ureq::Error::RequireHttpsOnly(_) => Failure::unsupported(error),
        _ => Failure::connection(error),
    }
}
