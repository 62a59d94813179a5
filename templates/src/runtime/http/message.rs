//! Requests, responses and bodies as transports see them.

use std::fmt;
use std::future::Future;
use std::io::Read;
use std::pin::Pin;
use std::time::Duration;

use super::error::TransportError;
use super::headers::Headers;
use super::send_state::SendState;

/// A boxed future that is `Send`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The HTTP methods that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// Retrieves objects. Parameters are sent in the query.
    Get,
    /// Creates or updates objects. Parameters are sent in the body.
    Post,
    /// Deletes objects. Parameters are sent in the query.
    Delete,
}

impl Method {
    /// Returns the method in upper case, as in the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A complete HTTP request. All attempts of a call send the same one.
#[derive(Clone)]
pub struct HttpRequest {
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) headers: Headers,
    pub(crate) body: Option<Vec<u8>>,
    /// The progress of the current attempt.
    pub(crate) send_state: SendState,
}

impl HttpRequest {
    /// Returns the method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Returns the absolute URL, including the query. It is percent-encoded already.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns all header fields except `Host`.
    #[must_use]
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }

    /// Returns the body: `None` for a request without one, an empty slice for an empty
    /// body.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }
}

/// Omits query and body, which may hold personal data.
impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &path)
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}

/// The limits of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The timeout of the whole attempt, up to the last byte of the body.
    pub timeout: Duration,
    /// The timeout for establishing a connection, including the TLS handshake.
    pub connect_timeout: Duration,
    /// The maximum size of a response body, in bytes.
    pub max_response_size: usize,
    /// `true` if the attempt must open a new connection, because an earlier attempt of the
    /// call was lost: the connections that were kept from earlier calls may all be dead.
    pub fresh_connection: bool,
}

/// The response to an [`HttpRequest`].
pub struct HttpResponse<B = Body> {
    pub(crate) status: u16,
    pub(crate) headers: Headers,
    pub(crate) body: B,
}

impl<B> HttpResponse<B> {
    /// Creates a response. Its body is a `Vec<u8>`, a [`Body`] or a [`BlockingBody`].
    pub fn new(status: u16, headers: Headers, body: impl Into<B>) -> Self {
        Self { status, headers, body: body.into() }
    }

    /// Returns the HTTP status code.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the header fields.
    #[must_use]
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }
}

impl<B> fmt::Debug for HttpResponse<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}

/// A response body that arrives in chunks.
pub trait Chunks: Send {
    /// Returns the next chunk, or `None` at the end of a complete body. A body that
    /// breaks off is an error.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>>;
}

/// A response body for the asynchronous client.
pub struct Body(pub(crate) Box<dyn Chunks>);

impl Body {
    /// Creates a body that arrives in chunks.
    pub fn stream(chunks: impl Chunks + 'static) -> Self {
        Self(Box::new(chunks))
    }
}

/// A body that has arrived completely.
struct CompleteBody(Option<Vec<u8>>);

impl Chunks for CompleteBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(std::future::ready(Ok(self.0.take())))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::stream(CompleteBody(Some(bytes)))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").finish_non_exhaustive()
    }
}

/// A response body for the blocking client.
pub struct BlockingBody(pub(crate) Box<dyn Read + Send>);

impl BlockingBody {
    /// Creates a body that is read as it arrives. An error of kind
    /// [`TimedOut`](std::io::ErrorKind::TimedOut) counts as a timeout, any other as a
    /// broken connection.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self(Box::new(reader))
    }
}

impl From<Vec<u8>> for BlockingBody {
    fn from(bytes: Vec<u8>) -> Self {
        Self::reader(std::io::Cursor::new(bytes))
    }
}

impl fmt::Debug for BlockingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingBody").finish_non_exhaustive()
    }
}
