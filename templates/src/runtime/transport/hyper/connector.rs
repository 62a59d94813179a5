//! Connections, direct or through a proxy, with a limit for each host.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{HeaderValue, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower_service::Service;

use crate::runtime::http::error::TransportError;
use crate::runtime::transport::environment::{Proxies, unusable};

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Tcp = <HttpConnector as Service<Uri>>::Response;
type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Returns the proxy for this target.
fn proxy(proxies: &Proxies, target: &Uri) -> Result<Option<Intercept>, TransportError> {
    let host = target.host().unwrap_or_default();
    let Some(url) = proxies.to(target.scheme_str(), host, target.port_u16())? else {
        return Ok(None);
    };
    let found = Matcher::builder().all(url).build().intercept(target);
    found.map(Some).ok_or_else(unusable)
}

/// Returns the `Proxy-Authorization` value for requests that the proxy reads itself,
/// which are those to `http` targets; a tunnel is authorized when it is set up.
///
/// # Errors
/// Returns an error if the proxy is not supported.
pub(super) fn authorization(
    proxies: &Proxies,
    target: &Uri,
) -> Result<Option<HeaderValue>, TransportError> {
    let is_http = target.scheme_str() == Some("http");
    let proxy = proxy(proxies, target)?;
    Ok(proxy.and_then(|proxy| proxy.basic_auth().filter(|_| is_http).cloned()))
}

/// Establishes the TCP connections that TLS then uses.
#[derive(Clone, Debug)]
pub(super) struct Connector {
    http: HttpConnector,
    proxies: Proxies,
    permits: ConnectionPermits,
}

impl Connector {
    pub(super) fn new(proxies: Proxies, connections: usize) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        let permits = ConnectionPermits { max: connections, hosts: Arc::default() };
        Self { http, proxies, permits }
    }
}

impl Service<Uri> for Connector {
    type Response = ProxiedStream;
    type Error = BoxError;
    type Future = Connecting<ProxiedStream>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.http.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let proxy = proxy(&self.proxies, &target);
        let permits = self.permits.to(&target);
        let mut http = self.http.clone();
        Box::pin(async move {
            let permit = permits.acquire_owned().await?;
            let Some(proxy) = proxy? else {
                return Ok(ProxiedStream::new(http.call(target).await?, false, permit));
            };
            if target.scheme_str() == Some("http") {
                let tcp = http.call(proxy.uri().clone()).await?;
                return Ok(ProxiedStream::new(tcp, true, permit));
            }
            let mut tunnel = Tunnel::new(proxy.uri().clone(), http);
            if let Some(authorization) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(authorization.clone());
            }
            Ok(ProxiedStream::new(tunnel.call(target).await?, false, permit))
        })
    }
}

/// The permits for open connections, counted for each host.
///
/// With one common limit, idle connections to one host could block new connections to
/// another.
#[derive(Clone, Debug)]
struct ConnectionPermits {
    max: usize,
    hosts: Arc<Mutex<HashMap<String, Arc<Semaphore>>>>,
}

impl ConnectionPermits {
    fn to(&self, target: &Uri) -> Arc<Semaphore> {
        let scheme = target.scheme_str().unwrap_or_default();
        let authority = target.authority().map_or("", |authority| authority.as_str());
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let permits = hosts.entry(format!("{scheme}://{authority}"));
        Arc::clone(permits.or_insert_with(|| Arc::new(Semaphore::new(self.max))))
    }
}

/// Limits the time for establishing a connection.
///
/// hyper continues to connect after the call that needed the connection has given up,
/// and keeps the connection for later calls. Without a limit, such an attempt could hold
/// its permit forever.
#[derive(Clone, Debug)]
pub(super) struct ConnectTimeout<C>(pub(super) C);

const MAX_CONNECT_TIME: Duration = Duration::from_secs(120);

impl<C> Service<Uri> for ConnectTimeout<C>
where
    C: Service<Uri, Error = BoxError>,
    C::Future: Send + 'static,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Connecting<C::Response>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let connecting = self.0.call(target);
        Box::pin(async { tokio::time::timeout(MAX_CONNECT_TIME, connecting).await? })
    }
}

/// A connection, marked if a proxy reads the requests on it: these requests then have an
/// absolute URL. The permit is released when the connection is closed.
pub(super) struct ProxiedStream {
    tcp: Tcp,
    proxied: bool,
    _permit: OwnedSemaphorePermit,
}

impl ProxiedStream {
    const fn new(tcp: Tcp, proxied: bool, permit: OwnedSemaphorePermit) -> Self {
        Self { tcp, proxied, _permit: permit }
    }
}

impl Connection for ProxiedStream {
    fn connected(&self) -> Connected {
        self.tcp.connected().proxy(self.proxied)
    }
}

impl Read for ProxiedStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_read(cx, buffer)
    }
}

impl Write for ProxiedStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write(cx, bytes)
    }

    fn poll_flush(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.tcp).poll_write_vectored(cx, bytes)
    }
}
