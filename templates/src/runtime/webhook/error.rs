//! Errors of webhooks.

use std::error::Error as StdError;
use std::fmt;

use crate::runtime::decode::DecodeError;
use crate::runtime::values::raw::RawObject;

/// The reason why a webhook was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// The verifier has no secret, or an empty one.
    NoSecret,
    /// The request has no signature header.
    NotSigned,
    /// The header has no timestamp, or one that is not an integer.
    InvalidHeader,
    /// None of the signatures in the header is valid for the payload.
    NoValidSignature,
    /// The signature is valid, but older than the tolerance allows.
    TooOld,
    /// The signature is valid, but further in the future than the tolerance allows.
    InTheFuture,
    /// The payload cannot be decoded. If a signature was required, it is valid; the same
    /// holds for the following kinds.
    Malformed,
    /// The payload has more than 4 MiB.
    TooLarge,
    /// The payload is a thin event of API v2, which names an object but does not contain
    /// it. [`WebhookError::payload`] returns the event.
    ThinEvent,
    /// The payload is not an event.
    NotAnEvent,
}

/// The error for a webhook that was rejected.
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

    /// Creates the error; `hint` is `true` if a secret has surrounding whitespace.
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

    /// Returns the reason.
    #[must_use]
    pub fn kind(&self) -> WebhookErrorKind {
        self.0.kind
    }

    /// Returns the object that was received instead of an event, such as a thin event.
    /// If a signature was required, the object was sent by Stripe.
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
                "the signature header of the webhook has no valid timestamp"
            }
            WebhookErrorKind::NoValidSignature => "no signature of the webhook is valid",
            WebhookErrorKind::TooOld => "the webhook is too old",
            WebhookErrorKind::InTheFuture => "the webhook is from the future",
            WebhookErrorKind::Malformed => "the webhook cannot be decoded",
            WebhookErrorKind::TooLarge => "the webhook is too large",
            WebhookErrorKind::ThinEvent => "the webhook is a thin event of API v2",
            WebhookErrorKind::NotAnEvent => "the webhook is not an event",
        })?;
        if self.0.hint {
            f.write_str(" (a secret has whitespace around it)")?;
        }
        // The source describes the fault.
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
