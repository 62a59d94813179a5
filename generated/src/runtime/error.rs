//! The one error of all calls.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use super::api_error::ApiError;
use super::decode::DecodeError;
use super::response::{Meta, ResponseInfo};
use super::transport::{TransportError, TransportErrorKind};

/// The classes of errors, told apart by what a caller can do about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was refused on this side: an empty id, conflicting options, a bad header, an
    /// unusable API key, a transport that cannot send it. Nothing was sent, or nothing more.
    InvalidCall,
    /// No whole response: no connection, a timeout, a body cut off.
    /// [`Error::is_outcome_unknown`] tells whether something may have happened all the same.
    Connection,
    /// A successful response that could not be read. The call has taken effect.
    Decode,
    /// The server refused the parameters or the id.
    InvalidRequest,
    /// The API key is missing, wrong or revoked.
    Authentication,
    /// The key or account may not do this.
    Permission,
    /// A payment was declined.
    Card,
    /// Too many requests.
    RateLimit,
    /// An idempotency key was used again with other parameters.
    Idempotency,
    /// A temporary session of API v2 has expired.
    TemporarySessionExpired,
    /// Any other answer that is not a success: conflicts, errors of the server, redirects.
    Api,
}

/// Why a call failed.
///
/// `Display` shows message, code, status and request id, and nothing that could be secret; the
/// cause is kept in [`source`](StdError::source).
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    /// Why there is no whole response.
    transport: Option<TransportErrorKind>,
    outcome_unknown: bool,
    api: Option<ApiError>,
    meta: Meta,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            transport: None,
            outcome_unknown: false,
            api: None,
            meta: Meta::default(),
            source: None,
        }))
    }

    /// Refused before anything was sent.
    pub(crate) fn invalid_call(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidCall, message)
    }

    /// A response whose content does not make sense, though each part of it could be read.
    pub(crate) fn invalid_response(message: impl Into<String>, meta: Meta) -> Self {
        Self::new(ErrorKind::Decode, message).with_meta(meta)
    }

    pub(crate) fn decode(error: DecodeError, meta: Meta) -> Self {
        // Where; what is wrong there is said by the source.
        let message = match error.path() {
            "" => "the response could not be read".to_owned(),
            path => format!("the response could not be read at `{path}`"),
        };
        Self::invalid_response(message, meta).with_source(Arc::new(error))
    }

    /// An answer that is not a success.
    pub(crate) fn api(info: ResponseInfo, v2: bool) -> Self {
        let status = info.status.unwrap_or_default();
        let api = ApiError::read(&info.body);
        let message = match api.as_ref().and_then(ApiError::message) {
            Some(message) => message.to_owned(),
            None => {
                "the server answered with an error that it did not describe".to_owned()
            }
        };
        let mut error = Self::new(classify(status, api.as_ref(), v2), message);
        error.0.api = api;
        error.with_meta(Meta::new(info))
    }

    /// No whole answer.
    pub(crate) fn transport(transport: TransportError, info: ResponseInfo) -> Self {
        let success = info.status.is_none_or(is_success);
        let kind = match (transport.kind(), info.status) {
            (TransportErrorKind::TooLarge, Some(status)) if !success => {
                classify(status, None, false)
            }
            (TransportErrorKind::TooLarge, _) => ErrorKind::Decode,
            (TransportErrorKind::Unsupported, _) => ErrorKind::InvalidCall,
            _ => ErrorKind::Connection,
        };
        let mut error = Self::new(kind, transport.message()).with_meta(Meta::new(info));
        error.0.transport = Some(transport.kind());
        error.0.source = transport.into_source();
        error
    }

    pub(crate) fn outcome_unknown(mut self, outcome_unknown: bool) -> Self {
        self.0.outcome_unknown = outcome_unknown;
        self
    }

    pub(crate) fn with_meta(mut self, meta: Meta) -> Self {
        self.0.meta = meta;
        self
    }

    pub(crate) fn with_source(
        mut self,
        source: Arc<dyn StdError + Send + Sync>,
    ) -> Self {
        self.0.source = Some(source);
        self
    }

    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What the server said about the error, if it said something.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// The facts about the exchange: status, request id, headers, idempotency key, raw body.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The message without code, status and request id.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The request or the configuration was refused by this crate.
    #[must_use]
    pub fn is_invalid_call(&self) -> bool {
        self.kind() == ErrorKind::InvalidCall
    }

    /// No whole response arrived.
    #[must_use]
    pub fn is_connection(&self) -> bool {
        self.kind() == ErrorKind::Connection
    }

    /// The call may have taken effect all the same: one of its attempts was sent, and no answer
    /// that says yes or no had arrived when the attempts were used up. Never so for what only
    /// reads.
    ///
    /// After a lost connection, the same call under the same idempotency key finds out; after an
    /// error of the server, looking the object up does.
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        self.0.outcome_unknown
    }

    /// The time was up before a whole response had arrived.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.transport == Some(TransportErrorKind::Timeout)
    }

    /// The caller gave up the call by a [`CancelToken`](super::blocking::CancelToken) before a
    /// whole response had arrived.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.transport == Some(TransportErrorKind::Cancelled)
    }

    /// A successful response could not be read.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// The server refused the parameters or the id.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
    }

    /// The object does not exist: an invalid request with status 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_invalid_request() && self.meta().status() == Some(404)
    }

    /// The API key was not accepted.
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.kind() == ErrorKind::Authentication
    }

    /// The key or account may not do this.
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.kind() == ErrorKind::Permission
    }

    /// A payment was declined.
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.kind() == ErrorKind::Card
    }

    /// Too many requests.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
    }

    /// An idempotency key was used again with other parameters.
    #[must_use]
    pub fn is_idempotency(&self) -> bool {
        self.kind() == ErrorKind::Idempotency
    }
}

pub(crate) fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// The class of an answer by its status; the type of the error alone cannot tell
/// authentication, permission and rate limit apart.
fn classify(status: u16, api: Option<&ApiError>, v2: bool) -> ErrorKind {
    let type_ = api.and_then(ApiError::type_);
    let code = api.and_then(ApiError::code);
    if v2 {
        match (type_, code) {
            (Some("idempotency_error"), _) => return ErrorKind::Idempotency,
            (Some("rate_limit"), _) => return ErrorKind::RateLimit,
            (Some("temporary_session_expired"), _) => {
                return ErrorKind::TemporarySessionExpired;
            }
            (_, Some("invalid_fields")) => return ErrorKind::InvalidRequest,
            _ => {}
        }
    }
    match status {
        429 => ErrorKind::RateLimit,
        400 if code == Some("rate_limit") => ErrorKind::RateLimit,
        400 | 404 if type_ == Some("idempotency_error") => ErrorKind::Idempotency,
        400 | 404 => ErrorKind::InvalidRequest,
        401 => ErrorKind::Authentication,
        402 => ErrorKind::Card,
        403 => ErrorKind::Permission,
        _ => ErrorKind::Api,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        let code = self.api_error().and_then(ApiError::code);
        let status = self.meta().status().map(|status| status.to_string());
        let facts = [
            ("code", code),
            ("status", status.as_deref()),
            ("request id", self.meta().request_id()),
        ];
        let mut before = " (";
        for (name, value) in facts {
            if let Some(value) = value {
                write!(f, "{before}{name} {value}")?;
                before = ", ";
            }
        }
        f.write_str(if before == ", " { ")" } else { "" })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("api", &self.0.api)
            .field("meta", &self.0.meta)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
