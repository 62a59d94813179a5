//! The default transport of the asynchronous client: hyper, rustls and tokio.

mod body;
mod builder;
mod connection;
mod connector;
#[cfg(feature = "http2")]
mod http2;
mod pool;
mod proxy;
mod target;
mod tcp;
mod tunnel;

use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use tokio::sync::Semaphore;

use self::body::{RequestBody, into_response};
pub use self::builder::HyperBuilder;
use self::connector::Connector;
use self::pool::{Lease, Place, Pool};
use self::target::Target;
use super::failure::{is_certificate, is_large_head};
use super::tokio_runtime;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{BoxFuture, HttpRequest, HttpResponse, Limits};
use crate::runtime::http::transport::Transport;

type Response = http::Response<Incoming>;
type Request = http::Request<RequestBody>;

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
    connector: Connector,
    pool: Pool,
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
            let target = self.connector.target(request.url())?;
            // If the runtime was idle for a while, the tasks of idle connections have
            // not run, and do not know yet that the server has closed them. Without
            // yielding, such a connection would get this request.
            tokio::task::yield_now().await;
            let (response, lease) = self.execute(request, &target, limits).await?;
            Ok(into_response(response, permit, lease))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio_runtime::sleep(duration)
    }
}

impl Hyper {
    /// Sends the request and waits for the response headers.
    ///
    /// A reused connection may close just before it takes the request. Then nothing was
    /// sent, and the request gets another connection. A new connection ends the loop.
    async fn execute(
        &self,
        request: &HttpRequest,
        target: &Target,
        limits: Limits,
    ) -> Result<(Response, Lease), TransportError> {
        loop {
            let mut lease = self.connection(target, limits).await?;
            let converted = target.request(request, lease.connection.protocol())?;
            request.send_state.send();
            let failure = match lease.connection.send(converted).await {
                Ok(response) => return Ok((response, lease)),
                Err(failure) => failure,
            };
            if failure.is_sent {
                return Err(transport_error(failure.error));
            }
            if lease.is_new {
                return Err(TransportError::no_connection(failure.error));
            }
            request.send_state.wait();
        }
    }

    /// Returns an idle connection to the target, or opens one.
    async fn connection(
        &self,
        target: &Target,
        limits: Limits,
    ) -> Result<Lease, TransportError> {
        let place = Place::of(target);
        if limits.fresh_connection {
            return self.open(target, place, limits).await;
        }
        if let Some(lease) = self.pool.take(&place).await {
            return Ok(lease);
        }
        let opening = self.open(target, place.clone(), limits);
        #[cfg(feature = "http2")]
        let opening = self.pool.shared_or(&place, opening);
        opening.await
    }

    async fn open(
        &self,
        target: &Target,
        place: Place,
        limits: Limits,
    ) -> Result<Lease, TransportError> {
        let opening = self.connector.open(target, &self.pool);
        match tokio::time::timeout(limits.connect_timeout, opening).await {
            Ok(Ok(connection)) => Ok(self.pool.lease_new(place, connection)),
            Ok(Err(error)) if is_certificate(&*error) => {
                Err(TransportError::certificate(error))
            }
            Ok(Err(error)) => Err(TransportError::no_connection(error)),
            Err(_) => Err(TransportError::connect_timeout()),
        }
    }
}

fn transport_error(error: hyper::Error) -> TransportError {
    if is_large_head(&error) {
        TransportError::large_head(error)
    } else {
        TransportError::connection(error)
    }
}
