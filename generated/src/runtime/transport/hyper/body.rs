//! An answer on its way.

use std::pin::Pin;
use std::task::Poll;

use hyper::body::{Body as _, Incoming};
use hyper_util::client::legacy::connect::CaptureConnection;
use tokio::sync::OwnedSemaphorePermit;

use super::Response;
use crate::runtime::headers::Headers;
use crate::runtime::transport::{Body, BoxFuture, Chunks, HttpResponse, TransportError};

/// A connection that is lent to a call.
///
/// When a call is given up, because its time is over or because nobody waits for it any more, the
/// connection is not used again: HTTP/1.1 could not, and with HTTP/2 all further attempts would
/// wait on it in vain if it is dead.
pub(super) struct PoisonOnDrop {
    connection: CaptureConnection,
    finished: bool,
}

impl PoisonOnDrop {
    pub(super) const fn new(connection: CaptureConnection) -> Self {
        Self { connection, finished: false }
    }
}

impl Drop for PoisonOnDrop {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        if let Some(connection) = self.connection.connection_metadata().as_ref() {
            connection.poison();
        }
    }
}

pub(super) fn into_response(
    response: Response,
    permit: OwnedSemaphorePermit,
    connection: PoisonOnDrop,
) -> HttpResponse {
    let (parts, body) = response.into_parts();
    let mut headers = Headers::new();
    for (name, value) in &parts.headers {
        headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    let body = ResponseBody { body, connection, _permit: permit };
    HttpResponse::new(parts.status.as_u16(), headers, Body::stream(body))
}

/// A body on its way. The turn ends with it.
struct ResponseBody {
    body: Incoming,
    connection: PoisonOnDrop,
    _permit: OwnedSemaphorePermit,
}

impl Chunks for ResponseBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(std::future::poll_fn(|cx| {
            loop {
                let frame = match Pin::new(&mut self.body).poll_frame(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(None) => {
                        self.connection.finished = true;
                        return Poll::Ready(Ok(None));
                    }
                    Poll::Ready(Some(Err(error))) => {
                        return Poll::Ready(Err(TransportError::connection(error)));
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
