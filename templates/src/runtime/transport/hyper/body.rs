//! Responses as their bodies arrive.

use std::pin::Pin;
use std::task::Poll;

use hyper::body::{Body as _, Incoming};
use hyper_util::client::legacy::connect::CaptureConnection;
use tokio::sync::OwnedSemaphorePermit;

use super::Response;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{Body, BoxFuture, Chunks, HttpResponse};

/// A connection in use by a call. It is poisoned on drop, unless the response was read
/// to its end.
///
/// A call ends early if it times out or if its future is dropped. Its connection must
/// not be reused then: with HTTP/1.1 that is impossible, and with HTTP/2 all further
/// attempts would wait in vain on a connection that may be dead.
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

/// A response body that is arriving, with the permit of its call.
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
                // Other frames are trailers, which the API does not use.
                if let Ok(data) = frame.into_data() {
                    return Poll::Ready(Ok(Some(data.into())));
                }
            }
        }))
    }
}
