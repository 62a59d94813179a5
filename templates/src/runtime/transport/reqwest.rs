//! A transport that uses a `reqwest` client configured by the caller.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body::{Frame, SizeHint};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Response};

use super::failure::is_large_head;
use super::tokio_runtime;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::error::causes;
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{
    Body, BoxFuture, Chunks, HttpRequest, HttpResponse, Limits, Method,
};
use crate::runtime::http::send_state::SendState;
use crate::runtime::http::transport::Transport;
use crate::runtime::outcome::error::Error;

/// A transport that uses reqwest.
///
/// It needs a tokio runtime with time and I/O enabled, and the same runtime for all calls:
/// a connection only makes progress while the runtime runs on which it was opened.
#[derive(Clone)]
pub struct Reqwest {
    /// Keeps its connections and reuses them.
    pooled: Client,
    /// Opens a new connection for each request.
    unpooled: Client,
}

/// Omits the caller's configuration, whose default headers may hold secrets.
impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reqwest").finish_non_exhaustive()
    }
}

impl Reqwest {
    /// Builds the transport from a function that configures `reqwest`:
    /// `Reqwest::new(|| reqwest::Client::builder().https_only(true))`.
    ///
    /// It builds two clients, and turns off redirects and retries in both: a redirect would
    /// carry the API key and the request body to another server. The first client reuses
    /// its connections. The second one opens a new connection for each request, and sends a
    /// call again after an attempt was lost, since the idle connections of the first one
    /// may all be dead.
    ///
    /// The connect timeout is the one of the builder; [`Limits::connect_timeout`] is
    /// ignored. The timeout of each attempt works as with all transports.
    ///
    /// # Errors
    /// Returns an error if reqwest rejects the configuration.
    pub fn new(configure: impl Fn() -> ClientBuilder) -> Result<Self, Error> {
        Ok(Self {
            pooled: build(configure())?,
            unpooled: build(configure().pool_max_idle_per_host(0))?,
        })
    }
}

fn build(builder: ClientBuilder) -> Result<Client, Error> {
    let builder = builder.redirect(Policy::none()).retry(reqwest::retry::never());
    builder.build().map_err(|error| {
        Error::invalid_call("reqwest rejected the client configuration")
            .with_source(std::sync::Arc::new(error))
    })
}

impl Transport for Reqwest {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let method = match request.method() {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let client = if limits.fresh_connection { &self.unpooled } else { &self.pooled };
        let mut builder = client.request(method, request.url());
        for (name, value) in request.headers().iter() {
            builder = builder.header(name, value);
        }
        if let Some(body) = request.body() {
            builder = builder.body(self::body(body, &request.send_state));
        }
        Box::pin(async move {
            tokio_runtime::check()?;
            // Lets idle connections notice that the server has closed them.
            tokio::task::yield_now().await;
            Ok(into_response(builder.send().await.map_err(transport_error)?))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio_runtime::sleep(duration)
    }
}

/// Returns a request body that records when it is sent.
///
/// reqwest does not report when a request gets a connection, but it reads the body only
/// after that. An empty body is never read, so that its request counts as sent from the
/// start.
fn body(bytes: &[u8], send_state: &SendState) -> reqwest::Body {
    let body = reqwest::Body::from(bytes.to_vec());
    if bytes.is_empty() {
        return body;
    }
    send_state.wait();
    reqwest::Body::wrap(RequestBody { body, send_state: send_state.clone() })
}

struct RequestBody {
    body: reqwest::Body,
    send_state: SendState,
}

impl http_body::Body for RequestBody {
    type Data = <reqwest::Body as http_body::Body>::Data;
    type Error = Box<dyn StdError + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if !self.send_state.send() {
            return Poll::Ready(Some(Err("the attempt has timed out".into())));
        }
        Pin::new(&mut self.body).poll_frame(cx).map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

fn into_response(response: Response) -> HttpResponse {
    let mut headers = Headers::new();
    for (name, value) in response.headers() {
        headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    let status = response.status().as_u16();
    HttpResponse::new(status, headers, Body::stream(ResponseBody(response)))
}

struct ResponseBody(Response);

impl Chunks for ResponseBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(async {
            let chunk = self.0.chunk().await.map_err(transport_error)?;
            Ok(chunk.map(Into::into))
        })
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    // The URL can hold personal data in its query.
    let error = error.without_url();
    if error.is_timeout() && error.is_connect() {
        TransportError::connect_timeout()
    } else if error.is_timeout() {
        TransportError::timeout()
    } else if error.is_builder() {
        TransportError::unsupported(error)
    } else if is_certificate(&error) {
        TransportError::certificate(error)
    } else if error.is_connect() {
        TransportError::no_connection(error)
    } else if is_large_head(&error) {
        TransportError::large_head(error)
    } else {
        TransportError::connection(error)
    }
}

/// Returns `true` if one of the causes is a rejected server certificate. The caller
/// chooses the TLS library, so the error can only be recognized by its message.
fn is_certificate(error: &(dyn StdError + 'static)) -> bool {
    causes(error).map(ToString::to_string).any(|message| {
        message.contains("invalid peer certificate")
            || message.contains("certificate verify failed")
    })
}
