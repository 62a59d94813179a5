//! Why a webhook was refused.

use std::error::Error as StdError;
use std::fmt;

use crate::runtime::decode::DecodeError;
use crate::runtime::raw::RawObject;

/// The ways in which a webhook is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// The verifier was given no secret, or an empty one.
    NoSecret,
    /// There is no header.
    NotSigned,
    /// The header has no time, or one that is no integer.
    InvalidHeader,
    /// No signature in the header is that of the payload.
    NoValidSignature,
    /// The signature is right, but older than is tolerated.
    TooOld,
    /// The signature is right, but its time is further ahead than is tolerated.
    InTheFuture,
    /// The payload cannot be read. Where a signature is asked for, it is right; so it is with the
    /// two kinds below.
    Malformed,
    /// The payload is a thin event of API v2: it names an object and does not hold it.
    /// [`WebhookError::payload`] is the event.
    ThinEvent,
    /// The payload is something else than an event.
    NotAnEvent,
}

/// Why a webhook was refused.
#[derive(Clone, Debug)]
pub struct WebhookError(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    kind: WebhookErrorKind,
    hint: bool,
    payload: Option<RawObject>,
    source: Option<DecodeError>,
}

impl WebhookError {
    fn new(kind: WebhookErrorKind) -> Self {
        Self(Box::new(Inner { kind, hint: false, payload: None, source: None }))
    }

    /// `hint`: a secret has whitespace around it.
    pub(super) fn no_valid_signature(hint: bool) -> Self {
        let mut error = Self::new(WebhookErrorKind::NoValidSignature);
        error.0.hint = hint;
        error
    }

    pub(super) fn malformed(source: DecodeError) -> Self {
        let mut error = Self::new(WebhookErrorKind::Malformed);
        error.0.source = Some(source);
        error
    }

    pub(super) fn of_payload(kind: WebhookErrorKind, payload: RawObject) -> Self {
        let mut error = Self::new(kind);
        error.0.payload = Some(payload);
        error
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> WebhookErrorKind {
        self.0.kind
    }

    /// The object that came in place of an event: a thin event, or what is none. Whoever asked
    /// for a signature knows that it comes from Stripe.
    #[must_use]
    pub fn payload(&self) -> Option<&RawObject> {
        self.0.payload.as_ref()
    }
}

impl From<WebhookErrorKind> for WebhookError {
    fn from(kind: WebhookErrorKind) -> Self {
        Self::new(kind)
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.kind {
            WebhookErrorKind::NoSecret => {
                "a webhook verifier needs a secret that is not empty"
            }
            WebhookErrorKind::NotSigned => "the webhook is not signed",
            WebhookErrorKind::InvalidHeader => {
                "the signature header of the webhook has no valid time"
            }
            WebhookErrorKind::NoValidSignature => "no signature of the webhook is valid",
            WebhookErrorKind::TooOld => "the webhook is too old",
            WebhookErrorKind::InTheFuture => "the webhook is from the future",
            WebhookErrorKind::Malformed => "the webhook cannot be read",
            WebhookErrorKind::ThinEvent => "the webhook is a thin event of API v2",
            WebhookErrorKind::NotAnEvent => "the webhook is not an event",
        })?;
        if self.0.hint {
            f.write_str(" (a secret has whitespace around it)")?;
        }
        // What is wrong there is said by the source.
        match self.0.source.as_ref().map(DecodeError::path) {
            Some(path) if !path.is_empty() => write!(f, " at `{path}`")?,
            _ => {}
        }
        Ok(())
    }
}

impl StdError for WebhookError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|source| source as &(dyn StdError + 'static))
    }
}
