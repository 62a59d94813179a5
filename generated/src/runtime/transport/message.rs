//! What a transport is given and what it gives back.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use super::{BoxFuture, TransportError};
use crate::runtime::headers::Headers;

/// The methods that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads; parameters go to the query.
    Get,
    /// Creates and changes; parameters go to the body.
    Post,
    /// Removes; parameters go to the query.
    Delete,
}

impl Method {
    /// The method as it stands in a request.
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

/// A request with all that goes over the wire; the same for every attempt of a call.
#[derive(Clone)]
pub struct HttpRequest {
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) headers: Headers,
    pub(crate) body: Option<Vec<u8>>,
}

impl HttpRequest {
    /// The method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The whole URL with its query, ready to be sent: nothing in it needs encoding.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// All header fields but `Host`.
    #[must_use]
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The body; `None` for a request that has none, `Some` of nothing for an empty one.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }
}

/// Without query and body: they may hold personal data.
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

/// How long one execute may take and how much it may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// For the whole execute, up to the last byte of the body.
    pub timeout: Duration,
    /// For the connection to stand, its encryption included.
    pub connect_timeout: Duration,
    /// The largest body that will be read, in bytes.
    pub max_response_size: usize,
}

/// The answer to a request.
pub struct HttpResponse<B = Body> {
    pub(crate) status: u16,
    pub(crate) headers: Headers,
    pub(crate) body: B,
}

impl<B> HttpResponse<B> {
    /// An answer; its body can be bytes, or a stream of them.
    pub fn new(status: u16, headers: Headers, body: impl Into<B>) -> Self {
        Self { status, headers, body: body.into() }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The header fields.
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

/// A body that arrives piece by piece.
pub trait Chunks: Send {
    /// The next piece, or nothing at the end of a whole body. A body that breaks off is an error.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>>;
}

/// The body of an answer, for the asynchronous client.
pub struct Body(pub(crate) Box<dyn Chunks>);

impl Body {
    /// A body that is still arriving.
    pub fn stream(chunks: impl Chunks + 'static) -> Self {
        Self(Box::new(chunks))
    }
}

/// A body that is all there.
struct Whole(Option<Vec<u8>>);

impl Chunks for Whole {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(std::future::ready(Ok(self.0.take())))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::stream(Whole(Some(bytes)))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").finish_non_exhaustive()
    }
}

/// The body of an answer, for the blocking client.
pub struct BlockingBody(pub(crate) Box<dyn Read + Send>);

impl BlockingBody {
    /// A body that is still arriving. An error of kind `TimedOut` counts as a timeout, any other
    /// as a broken connection.
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
