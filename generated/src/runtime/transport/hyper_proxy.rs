//! Connections, direct or through a proxy of the environment.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderValue, Uri};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tower_service::Service;

use super::Failure;

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Tcp = <HttpConnector as Service<Uri>>::Response;

/// Which proxy to take where.
#[derive(Clone, Debug)]
pub(super) struct Proxies(Option<Arc<Matcher>>);

impl Proxies {
    pub(super) fn new(from_env: bool) -> Self {
        Self(from_env.then(|| Arc::new(Matcher::from_env())))
    }

    fn of(&self, target: &Uri) -> Option<Intercept> {
        self.0.as_ref()?.intercept(target)
    }

    /// Refuses proxies that are not reached by plain HTTP, and gives what a proxy wants to see on
    /// a request that it can read.
    pub(super) fn check(&self, target: &Uri) -> Result<Option<HeaderValue>, Failure> {
        let Some(proxy) = self.of(target) else {
            return Ok(None);
        };
        if proxy.uri().scheme_str() != Some("http") {
            let message = "the proxy of the environment is not reached by http://";
            return Err(Failure::unsupported(message));
        }
        let readable = target.scheme_str() == Some("http");
        Ok(proxy.basic_auth().filter(|_| readable).cloned())
    }
}

/// Makes connections, below TLS.
#[derive(Clone, Debug)]
pub(super) struct Connector {
    http: HttpConnector,
    proxies: Proxies,
}

impl Connector {
    pub(super) fn new(proxies: Proxies) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        Self { http, proxies }
    }
}

impl Service<Uri> for Connector {
    type Response = Link;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Link, BoxError>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.http.poll_ready(cx).map_err(Into::into)
    }

    fn call(&mut self, target: Uri) -> Self::Future {
        let proxy = self.proxies.of(&target);
        let mut http = self.http.clone();
        Box::pin(async move {
            let Some(proxy) = proxy else {
                return Ok(Link::new(http.call(target).await?, false));
            };
            if target.scheme_str() == Some("http") {
                return Ok(Link::new(http.call(proxy.uri().clone()).await?, true));
            }
            let mut tunnel = Tunnel::new(proxy.uri().clone(), http);
            if let Some(authorization) = proxy.basic_auth() {
                tunnel = tunnel.with_auth(authorization.clone());
            }
            Ok(Link::new(tunnel.call(target).await?, false))
        })
    }
}

/// A connection that knows whether a proxy reads the requests on it, which then name the host.
pub(super) struct Link {
    tcp: Tcp,
    proxied: bool,
}

impl Link {
    const fn new(tcp: Tcp, proxied: bool) -> Self {
        Self { tcp, proxied }
    }
}

impl Connection for Link {
    fn connected(&self) -> Connected {
        self.tcp.connected().proxy(self.proxied)
    }
}

impl Read for Link {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_read(cx, buffer)
    }
}

impl Write for Link {
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
