//! Bodies of requests and responses.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body as HttpBody, Bytes, Frame, Incoming, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

use super::Response;
use super::pool::Lease;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{Body, BoxFuture, Chunks, HttpResponse};

/// A request body in one piece.
#[derive(Debug)]
pub(super) struct RequestBody(Option<Bytes>);

impl RequestBody {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let bytes = (!bytes.is_empty()).then(|| Bytes::copy_from_slice(bytes));
        Self(bytes)
    }
}

impl HttpBody for RequestBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let length = self.0.as_ref().map_or(0, Bytes::len);
        SizeHint::with_exact(length.try_into().unwrap_or(u64::MAX))
    }
}

pub(super) fn into_response(
    response: Response,
    permit: OwnedSemaphorePermit,
    lease: Lease,
) -> HttpResponse {
    let (parts, body) = response.into_parts();
    let mut headers = Headers::new();
    for (name, value) in &parts.headers {
        headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    let body = ResponseBody { body, lease: Some(lease), _permit: permit };
    HttpResponse::new(parts.status.as_u16(), headers, Body::stream(body))
}

/// A response body that is arriving. Its connection is kept at the end, before the permit of
/// the call is released: then the next call finds it.
struct ResponseBody {
    body: Incoming,
    lease: Option<Lease>,
    _permit: OwnedSemaphorePermit,
}

impl Chunks for ResponseBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(std::future::poll_fn(|cx| {
            loop {
                let frame = match Pin::new(&mut self.body).poll_frame(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(None) => {
                        if let Some(lease) = self.lease.take() {
                            lease.release();
                        }
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
