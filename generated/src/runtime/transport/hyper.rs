//! The default transport: hyper, rustls, tokio.

mod body;
mod builder;
mod connector;

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

use self::body::{Lent, reply};
pub use self::builder::HyperBuilder;
use self::connector::{Connector, Patient, authorization};
use super::environment::Proxies;
use super::failure::is_certificate;
use super::{
    BoxFuture, Failure, HttpRequest, Limits, Method, Reply, Transport, tokio_runtime,
};

type Response = http::Response<Incoming>;
type Request = http::Request<Full<Bytes>>;

/// The default transport. It needs a tokio runtime with time and I/O enabled, and the same one for
/// all calls: a connection that was made on another runtime lives only while that one runs.
///
/// Connections are kept and used again. More calls than [`HyperBuilder::max_concurrent`] wait
/// for their turn, their timeout running.
#[derive(Clone, Debug)]
pub struct Hyper {
    client: Client<Patient<HttpsConnector<Connector>>, Full<Bytes>>,
    proxies: Proxies,
    turns: Arc<Semaphore>,
}

impl Hyper {
    /// Starts to configure the transport.
    pub const fn builder() -> HyperBuilder {
        HyperBuilder::new()
    }
}

impl Transport for Hyper {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<Reply, Failure>> {
        Box::pin(async move {
            tokio_runtime::check()?;
            let turn = Arc::clone(&self.turns).acquire_owned();
            let turn = turn.await.map_err(Failure::connection)?;
            let request = self.convert(request)?;
            // On a runtime that was not driven for a while, idle connections learn only now that
            // the server has closed them; unasked, they would take this request.
            tokio::task::yield_now().await;
            let (response, lent) =
                self.exchange(request, limits.connect_timeout).await?;
            Ok(reply(response, turn, lent))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio_runtime::sleep(duration)
    }
}

impl Hyper {
    fn convert(&self, request: &HttpRequest) -> Result<Request, Failure> {
        let uri: http::Uri = request.url().parse().map_err(Failure::unsupported)?;
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
        builder.body(Full::new(Bytes::from(body))).map_err(Failure::unsupported)
    }

    /// Waits for the head of the answer, and for the connection no longer than its limit.
    async fn exchange(
        &self,
        mut request: Request,
        patience: Duration,
    ) -> Result<(Response, Lent), Failure> {
        let mut capture = capture_connection(&mut request);
        let lent = Lent::new(capture.clone());
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
            late.map(|()| Some(Err(Failure::connect_timeout())))
        })
        .await;
        let response = match early {
            Some(result) => result?,
            None => answer.await.map_err(failure)?,
        };
        Ok((response, lent))
    }
}

fn failure(error: hyper_util::client::legacy::Error) -> Failure {
    if is_certificate(&error) {
        Failure::certificate(error)
    } else if error.is_connect() {
        Failure::no_connection(error)
    } else {
        Failure::connection(error)
    }
}
