//! The default transport of the asynchronous client: hyper, rustls and tokio.

mod body;
mod builder;
mod connector;
mod pools;

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::capture_connection;
use tokio::sync::Semaphore;

use self::body::{PoisonOnDrop, into_response};
pub use self::builder::HyperBuilder;
use self::connector::{ConnectTimeout, Connector, authorization};
use self::pools::Pools;
use super::environment::Proxies;
use super::failure::{is_certificate, is_large_head};
use super::tokio_runtime;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{
    BoxFuture, HttpRequest, HttpResponse, Limits, Method,
};
use crate::runtime::http::send_state::SendState;
use crate::runtime::http::transport::Transport;

type HttpClient = Client<ConnectTimeout<HttpsConnector<Connector>>, Full<Bytes>>;
type Response = http::Response<Incoming>;
type Request = http::Request<Full<Bytes>>;

/// The default transport of the asynchronous client.
///
/// It needs a tokio runtime with time and I/O enabled. Connections are kept alive and
/// reused by calls on the same runtime: a connection lives only while the runtime runs on
/// which it was opened. Calls beyond [`HyperBuilder::max_concurrent`]
/// wait until another call ends; the waiting counts toward their timeout.
///
/// A connection that was idle for a while can be dead without the client knowing. Such a
/// connection costs a call at most one attempt: the next one opens a new connection.
#[derive(Clone, Debug)]
pub struct Hyper {
    /// Keep their connections and reuse them.
    pools: Pools,
    /// Opens a new connection for each request.
    unpooled: HttpClient,
    proxies: Proxies,
    permits: Arc<Semaphore>,
}

impl Hyper {
    /// Creates a builder for the transport.
    pub const fn builder() -> HyperBuilder {
        HyperBuilder::new()
    }
}

impl Transport for Hyper {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            tokio_runtime::check()?;
            request.send_state.wait();
            let permit = Arc::clone(&self.permits).acquire_owned();
            let permit = permit.await.map_err(TransportError::no_connection)?;
            let converted = self.convert(request)?;
            // If the runtime was idle for a while, the tasks of idle connections have
            // not run, and do not know yet that the server has closed them. Without
            // yielding, such a connection would get this request.
            tokio::task::yield_now().await;
            let (response, connection) =
                self.execute(converted, limits, &request.send_state).await?;
            Ok(into_response(response, permit, connection))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio_runtime::sleep(duration)
    }
}

impl Hyper {
    fn convert(&self, request: &HttpRequest) -> Result<Request, TransportError> {
        let uri: http::Uri =
            request.url().parse().map_err(TransportError::unsupported)?;
        let proxy_authorization = authorization(&self.proxies, &uri)?;
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
        builder.body(Full::new(Bytes::from(body))).map_err(TransportError::unsupported)
    }

    /// Sends the request and waits for the response headers. The connect timeout only
    /// applies until the request has a connection.
    async fn execute(
        &self,
        mut request: Request,
        limits: Limits,
        send_state: &SendState,
    ) -> Result<(Response, PoisonOnDrop), TransportError> {
        let capture = capture_connection(&mut request);
        let connection = PoisonOnDrop::new(capture.clone());
        let mut connect_timeout = pin!(tokio::time::sleep(limits.connect_timeout));
        let mut response = if limits.fresh_connection {
            self.unpooled.request(request)
        } else {
            self.pools.of_this_runtime().request(request)
        };
        let early = std::future::poll_fn(|cx| {
            if let Poll::Ready(response) = Pin::new(&mut response).poll(cx) {
                return Poll::Ready(Some(response.map_err(transport_error)));
            }
            // Polling the response sets this before it sends the request.
            if capture.connection_metadata().is_some() {
                send_state.send();
                return Poll::Ready(None);
            }
            let late = connect_timeout.as_mut().poll(cx);
            late.map(|()| Some(Err(TransportError::connect_timeout())))
        })
        .await;
        let response = match early {
            Some(result) => result?,
            None => response.await.map_err(transport_error)?,
        };
        Ok((response, connection))
    }
}

fn transport_error(error: hyper_util::client::legacy::Error) -> TransportError {
    if is_certificate(&error) {
        TransportError::certificate(error)
    } else if error.is_connect() {
        TransportError::no_connection(error)
    } else if is_large_head(&error) {
        TransportError::large_head(error)
    } else {
        TransportError::connection(error)
    }
}
