//! A transport on a `reqwest` client of the caller's making.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Response};

use super::error::causes;
use super::{
    Body, BoxFuture, Chunks, HttpRequest, HttpResponse, Limits, Method, Transport,
    TransportError, tokio_runtime,
};
use crate::runtime::error::Error;
use crate::runtime::headers::Headers;

/// A transport on reqwest. It needs a tokio runtime with time and I/O enabled, and the same one for
/// all calls, like [`Hyper`](super::Hyper).
#[derive(Clone)]
pub struct Reqwest(Client);

/// Without the caller's configuration, whose default headers may hold secrets.
impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reqwest").finish_non_exhaustive()
    }
}

impl Reqwest {
    /// The transport, on the client that this builder makes. It takes a builder, since a finished
    /// client cannot be kept from following redirects, which would carry the API key and the body
    /// to wherever an answer points, nor from trying again on its own.
    ///
    /// The limit on connecting is the builder's; the one on the whole execute is kept as always.
    ///
    /// # Errors
    /// When reqwest refuses the configuration.
    pub fn new(builder: ClientBuilder) -> Result<Self, Error> {
        let builder = builder.redirect(Policy::none()).retry(reqwest::retry::never());
        match builder.build() {
            Ok(client) => Ok(Self(client)),
            Err(error) => {
                let message = "reqwest refused the configuration";
                Err(Error::invalid_call(message).with_source(std::sync::Arc::new(error)))
            }
        }
    }
}

impl Transport for Reqwest {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        _limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let method = match request.method() {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut builder = self.0.request(method, request.url());
        for (name, value) in request.headers().iter() {
            builder = builder.header(name, value);
        }
        if let Some(body) = request.body() {
            builder = builder.body(body.to_vec());
        }
        Box::pin(async move {
            tokio_runtime::check()?;
            // Idle connections may learn only now that the server has closed them.
            tokio::task::yield_now().await;
            Ok(into_response(builder.send().await.map_err(transport_error)?))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        tokio_runtime::sleep(duration)
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
    } else {
        TransportError::connection(error)
    }
}

/// Whether a refused certificate is among the causes. The caller chooses the TLS library, so only
/// the text can tell.
fn is_certificate(error: &(dyn StdError + 'static)) -> bool {
    causes(error).map(ToString::to_string).any(|text| {
        text.contains("invalid peer certificate")
            || text.contains("certificate verify failed")
    })
}
