//! Why an execute came to nothing.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

#[cfg(feature = "testing")]
use super::HttpRequest;

/// What went wrong on the way, as far as it matters for what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection, or it broke: repeated, as far as retries are left.
    Connection,
    /// The time was up: repeated, as far as retries are left.
    Timeout,
    /// The server's certificate was refused: never repeated.
    Certificate,
    /// This transport cannot send such a request at all: never repeated.
    Unsupported,
    /// The answer is larger than the client takes.
    TooLarge,
    /// The caller gave up the call: never repeated.
    Cancelled,
}

/// An execute that ended without a whole answer.
#[derive(Clone, Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    /// Whether the server may have got the request.
    sent: bool,
    message: &'static str,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// No connection could be made, so that nothing was sent.
    pub fn no_connection(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "no connection to the server could be made";
        Self::new(TransportErrorKind::Connection, message).unsent().with_source(source)
    }

    /// A connection that broke.
    pub fn connection(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the connection failed before the whole response had arrived";
        Self::new(TransportErrorKind::Connection, message).with_source(source)
    }

    /// The time was up.
    #[must_use]
    pub const fn timeout() -> Self {
        Self::new(TransportErrorKind::Timeout, "the request timed out")
    }

    /// The time for connecting was up, so that nothing was sent.
    #[must_use]
    pub const fn connect_timeout() -> Self {
        let message = "connecting to the server took too long";
        Self::new(TransportErrorKind::Timeout, message).unsent()
    }

    /// The server's certificate was refused.
    pub fn certificate(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the certificate of the server was refused";
        Self::new(TransportErrorKind::Certificate, message).unsent().with_source(source)
    }

    /// The transport cannot send this.
    pub fn unsupported(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the transport cannot send this request";
        Self::new(TransportErrorKind::Unsupported, message).unsent().with_source(source)
    }

    /// A script was asked for more than it was written for.
    #[cfg(feature = "testing")]
    pub(crate) fn exhausted(request: &HttpRequest) -> Self {
        let message = "the script of the test has no turn left";
        let url = request.url().split('?').next().unwrap_or_default();
        let request = format!("{} {url}", request.method());
        Self::new(TransportErrorKind::Unsupported, message).unsent().with_source(request)
    }

    pub(crate) const fn too_large() -> Self {
        let message = "the response is larger than the client's limit";
        Self::new(TransportErrorKind::TooLarge, message)
    }

    pub(crate) const fn cancelled() -> Self {
        Self::new(TransportErrorKind::Cancelled, "the call was cancelled").unsent()
    }

    const fn new(kind: TransportErrorKind, message: &'static str) -> Self {
        Self { kind, sent: true, message, source: None }
    }

    /// The request did not leave.
    const fn unsent(mut self) -> Self {
        self.sent = false;
        self
    }

    fn with_source(
        mut self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// What kind of failure this is.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the server may have got the request.
    pub(crate) const fn is_sent(&self) -> bool {
        self.sent
    }

    pub(crate) const fn message(&self) -> &'static str {
        self.message
    }

    pub(crate) fn into_source(self) -> Option<Arc<dyn StdError + Send + Sync>> {
        self.source
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

/// An error and its causes, from the outside inwards.
///
/// `std::io::Error` hides the error it wraps from `source()`, so it is looked into.
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
pub(super) fn causes<'e>(
    error: &'e (dyn StdError + 'static),
) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error: &&'e (dyn StdError + 'static)| {
        let io = error.downcast_ref::<std::io::Error>();
        match io.and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        }
    })
}

/// Whether a refused certificate is among the causes.
#[cfg(any(feature = "hyper", feature = "blocking"))]
pub(super) fn is_certificate(error: &(dyn StdError + 'static)) -> bool {
    causes(error).find_map(|cause| cause.downcast_ref()).is_some_and(refuses)
}

#[cfg(any(feature = "hyper", feature = "blocking"))]
fn refuses(error: &rustls::Error) -> bool {
    use rustls::Error;
    matches!(
        error,
        Error::InvalidCertificate(_)
            | Error::NoCertificatesPresented
            | Error::UnsupportedNameType
    )
}
