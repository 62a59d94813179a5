//! The default transport: hyper, rustls, tokio.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Body as _, Bytes, Incoming};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::capture_connection;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::failure::is_certificate;
use super::hyper_proxy::{Connector, Proxies};
use super::{
    Body, BoxFuture, Chunks, Failure, HttpRequest, Limits, Method, Reply, Transport,
};
use crate::runtime::error::Error;
use crate::runtime::headers::Headers;

const MAX_CONCURRENT: usize = 128;
/// Shorter than servers and gateways wait, so that few connections are found closed.
const IDLE: Duration = Duration::from_secs(50);

type Response = http::Response<Incoming>;
type Request = http::Request<Full<Bytes>>;

/// The default transport. It needs a tokio runtime with time and I/O enabled.
///
/// Connections are kept and used again. More calls than [`HyperBuilder::max_concurrent`] wait
/// for their turn, their timeout running.
#[derive(Clone, Debug)]
pub struct Hyper {
    client: Client<HttpsConnector<Connector>, Full<Bytes>>,
    proxies: Proxies,
    turns: Arc<Semaphore>,
}

/// Configures [`Hyper`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct HyperBuilder {
    env_proxies: bool,
    max_concurrent: usize,
    roots: Vec<Vec<u8>>,
}

impl Hyper {
    /// Starts to configure the transport.
    pub const fn builder() -> HyperBuilder {
        HyperBuilder {
            env_proxies: true,
            max_concurrent: MAX_CONCURRENT,
            roots: Vec::new(),
        }
    }
}

impl HyperBuilder {
    /// Whether `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are heeded; they are by
    /// default. Proxies are reached by plain HTTP.
    pub const fn env_proxies(mut self, heed: bool) -> Self {
        self.env_proxies = heed;
        self
    }

    /// How many calls may be on their way at once; 128 by default. About as many connections are
    /// open at most: one that is just coming free can be missed, and another is made.
    pub const fn max_concurrent(mut self, calls: usize) -> Self {
        self.max_concurrent = calls;
        self
    }

    /// Trusts a further root certificate (in DER), beside those of Mozilla.
    pub fn root_certificate(mut self, der: impl Into<Vec<u8>>) -> Self {
        self.roots.push(der.into());
        self
    }

    /// The transport.
    ///
    /// # Errors
    /// When a root certificate cannot be used.
    pub fn build(self) -> Result<Hyper, Error> {
        let proxies = Proxies::new(self.env_proxies);
        let tls = tls(self.roots).map_err(|error| {
            Error::refused("TLS cannot be set up like this").because(Arc::new(error))
        })?;
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_or_http()
            .enable_http1();
        #[cfg(feature = "http2")]
        let connector = connector.enable_http2();
        let connector = connector.wrap_connector(Connector::new(proxies.clone()));
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(self.max_concurrent)
            .build(connector);
        Ok(Hyper {
            client,
            proxies,
            turns: Arc::new(Semaphore::new(self.max_concurrent.max(1))),
        })
    }
}

/// Trust in Mozilla's roots and in those of the caller. The provider is named: a program may
/// hold several.
fn tls(own: Vec<Vec<u8>>) -> Result<ClientConfig, rustls::Error> {
    let mut roots =
        RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    for root in own {
        roots.add(root.into())?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

impl Transport for Hyper {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<Reply, Failure>> {
        Box::pin(async move {
            if Handle::try_current().is_err() {
                return Err(Failure::unsupported("there is no tokio runtime here"));
            }
            let turn = Arc::clone(&self.turns).acquire_owned();
            let turn = turn.await.map_err(Failure::connection)?;
            let request = self.convert(request)?;
            // On a runtime that was not driven for a while, idle connections learn only now that
            // the server has closed them; unasked, they would take this request.
            tokio::task::yield_now().await;
            let response = self.exchange(request, limits.connect_timeout).await?;
            Ok(reply(response, turn))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        match Handle::try_current() {
            Ok(_) => Box::pin(tokio::time::sleep(duration)),
            // `send` says what is missing.
            Err(_) => Box::pin(std::future::pending()),
        }
    }
}

impl Hyper {
    fn convert(&self, request: &HttpRequest) -> Result<Request, Failure> {
        let uri: http::Uri = request.url().parse().map_err(Failure::unsupported)?;
        let proxy_authorization = self.proxies.check(&uri)?;
        let method = match request.method() {
            Method::Get => http::Method::GET,
            Method::Post => http::Method::POST,
            Method::Delete => http::Method::DELETE,
        };
        let mut builder = http::Request::builder().method(method).uri(uri);
        for (name, value) in request.headers().iter() {
            builder = builder.header(name, value);
        }
        if let Some(value) = proxy_authorization {
            builder = builder.header(http::header::PROXY_AUTHORIZATION, value);
        }
        let body = request.body().unwrap_or_default().to_vec();
        builder.body(Full::new(Bytes::from(body))).map_err(Failure::unsupported)
    }

    /// Waits for the head of the answer, and for the connection no longer than its limit.
    async fn exchange(
        &self,
        mut request: Request,
        patience: Duration,
    ) -> Result<Response, Failure> {
        let mut capture = capture_connection(&mut request);
        let mut connected = pin!(async move {
            // A guard, not to be kept.
            let _ = capture.wait_for_connection_metadata().await;
        });
        let mut patience = pin!(tokio::time::sleep(patience));
        let mut answer = self.client.request(request);
        let early = std::future::poll_fn(|cx| {
            if let Poll::Ready(answer) = Pin::new(&mut answer).poll(cx) {
                return Poll::Ready(Some(answer.map_err(failure)));
            }
            if connected.as_mut().poll(cx).is_ready() {
                return Poll::Ready(None);
            }
            let late = patience.as_mut().poll(cx);
            late.map(|()| Some(Err(Failure::timeout())))
        })
        .await;
        match early {
            Some(result) => result,
            None => answer.await.map_err(failure),
        }
    }
}

fn failure(error: hyper_util::client::legacy::Error) -> Failure {
    if is_certificate(&error) {
        Failure::certificate(error)
    } else {
        Failure::connection(error)
    }
}

fn reply(response: Response, turn: OwnedSemaphorePermit) -> Reply {
    let (parts, body) = response.into_parts();
    let mut headers = Headers::new();
    for (name, value) in &parts.headers {
        headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    let body = Arriving { body, _turn: turn };
    Reply::new(parts.status.as_u16(), headers, Body::stream(body))
}

/// A body on its way. The turn ends with it.
struct Arriving {
    body: Incoming,
    _turn: OwnedSemaphorePermit,
}

impl Chunks for Arriving {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, Failure>> {
        Box::pin(std::future::poll_fn(|cx| {
            loop {
                let frame = match Pin::new(&mut self.body).poll_frame(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(None) => return Poll::Ready(Ok(None)),
                    Poll::Ready(Some(Err(error))) => {
                        return Poll::Ready(Err(Failure::connection(error)));
                    }
                    Poll::Ready(Some(Ok(frame))) => frame,
                };
                // Anything else is trailers, which mean nothing here.
                if let Ok(data) = frame.into_data() {
                    return Poll::Ready(Ok(Some(data.into())));
                }
            }
        }))
    }
}
