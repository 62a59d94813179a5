//! The error type of all calls.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use super::api_error::{ApiError, ErrorFields};
use super::response::{Meta, ResponseInfo};
use crate::runtime::decode::DecodeError;
use crate::runtime::http::error::{TransportError, TransportErrorKind, causes};

const NO_DESCRIPTION: &str = "the server returned an error without a description";

/// The class of an [`Error`], by what the caller can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The call is invalid: an empty id, conflicting options, an invalid header or API
    /// key, or a request that the transport does not support. It was rejected by this
    /// crate, and not sent.
    InvalidCall,
    /// No complete response arrived: the connection failed, the call timed out or was
    /// cancelled, or the body broke off. [`Error::is_outcome_unknown`] returns `true` if
    /// the call may have taken effect.
    Connection,
    /// A successful response could not be decoded. The call has taken effect.
    Decode,
    /// The server rejected the parameters or the id.
    InvalidRequest,
    /// The API key is missing, wrong or revoked.
    Authentication,
    /// The API key or account does not have the required permission.
    Permission,
    /// A payment was declined.
    Card,
    /// Too many requests were made.
    RateLimit,
    /// An idempotency key was reused with different parameters.
    Idempotency,
    /// A temporary session of API v2 has expired.
    TemporarySessionExpired,
    /// Any other unsuccessful response: conflicts, server errors, redirects.
    Api,
}

/// The error of a failed call.
///
/// `Display` shows the message, error code, status and request id, but no secrets. If there
/// is no response, it shows the innermost cause, such as `Connection refused`; the alternate
/// form, `{:#}`, shows all causes. They are also available through
/// [`source`](StdError::source).
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    /// The reason why no complete response arrived.
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

    /// Creates an error for a call that was rejected before anything was sent.
    pub(crate) fn invalid_call(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidCall, message)
    }

    /// Creates an error for a response that was decoded, but has inconsistent content.
    pub(crate) fn invalid_response(message: impl Into<String>, meta: Meta) -> Self {
        Self::new(ErrorKind::Decode, message).with_meta(meta)
    }

    pub(crate) fn decode(error: DecodeError, meta: Meta) -> Self {
        // The message names the location, the source describes the fault.
        let message = match (meta.content_coding(), error.path()) {
            (Some(coding), _) => unsupported_coding(coding),
            (None, "") => "the response could not be decoded".to_owned(),
            (None, path) => format!("the response could not be decoded at `{path}`"),
        };
        Self::invalid_response(message, meta).with_source(Arc::new(error))
    }

    /// Creates an error from an unsuccessful response.
    pub(crate) fn api(
        fields: Option<ErrorFields>,
        info: ResponseInfo,
        v2: bool,
    ) -> Self {
        let status = info.status.unwrap_or_default();
        let kind = classify(status, fields.as_ref(), v2);
        let meta = Meta::new(info);
        let message = match (&fields, meta.content_coding()) {
            (None, Some(coding)) => unsupported_coding(coding),
            (None, None) => NO_DESCRIPTION.to_owned(),
            (Some(fields), _) => {
                fields.get("message").unwrap_or(NO_DESCRIPTION).to_owned()
            }
        };
        let mut error = Self::new(kind, message);
        error.0.api = fields.map(|fields| ApiError::new(fields, meta.clone()));
        error.with_meta(meta)
    }

    /// Creates an error for a call without a complete response.
    pub(crate) fn transport(transport: TransportError, info: ResponseInfo) -> Self {
        let kind = match (transport.kind(), info.status) {
            (TransportErrorKind::TooLarge, Some(status)) if is_success(status) => {
                ErrorKind::Decode
            }
            (TransportErrorKind::TooLarge, Some(status)) => {
                classify(status, None, false)
            }
            (TransportErrorKind::Unsupported, _) => ErrorKind::InvalidCall,
            _ => ErrorKind::Connection,
        };
        let mut error = Self::new(kind, transport.message()).with_meta(Meta::new(info));
        error.0.transport = Some(transport.kind());
        error.0.source = transport.into_source();
        error
    }

    /// Returns the messages of all causes, outermost first, without those that repeat the
    /// one before.
    fn causes(&self) -> Vec<String> {
        let source = self.0.source.as_deref();
        let mut messages: Vec<String> = Vec::new();
        for cause in source.into_iter().flat_map(|source| causes(source)) {
            let message = cause.to_string();
            match messages.last_mut() {
                Some(last) if last.ends_with(&message) => *last = message,
                _ => messages.push(message),
            }
        }
        messages
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

    /// Returns the class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the error object in the response, if there was one.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// Returns metadata about the call: status, request id, headers, idempotency key,
    /// raw body.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// Returns the status of the response, if one arrived.
    #[must_use]
    #[doc(alias = "status_code")]
    #[doc(alias = "http_status")]
    pub fn status(&self) -> Option<u16> {
        self.meta().status()
    }

    /// Returns the id of the request, which Stripe's support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.meta().request_id()
    }

    /// Returns Stripe's error code, such as `resource_missing`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.api_error()?.code()
    }

    /// Returns the card issuer's reason for a decline, such as `insufficient_funds`.
    #[must_use]
    pub fn decline_code(&self) -> Option<&str> {
        self.api_error()?.decline_code()
    }

    /// Returns the parameter that the error is about, such as `line_items[0][price]`.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        self.api_error()?.param()
    }

    /// Returns the message, without error code, status and request id.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns `true` if the call or the configuration is invalid and was rejected by
    /// this crate.
    #[must_use]
    pub fn is_invalid_call(&self) -> bool {
        self.kind() == ErrorKind::InvalidCall
    }

    /// Returns `true` if no complete response arrived.
    #[must_use]
    pub fn is_connection(&self) -> bool {
        self.kind() == ErrorKind::Connection
    }

    /// Returns `true` if the call may have taken effect: at least one of its attempts
    /// was sent, and no response has settled whether it was executed. Always `false` for
    /// GET requests.
    ///
    /// After a lost connection, repeating the call with the same idempotency key reveals
    /// the outcome. After a server error, retrieve the object instead.
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        self.0.outcome_unknown
    }

    /// Returns `true` if a time limit expired before a complete response had arrived.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.transport == Some(TransportErrorKind::Timeout)
    }

    /// Returns `true` if the call was cancelled by a
    /// [`CancelToken`](crate::blocking::CancelToken) before a complete response had
    /// arrived.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.transport == Some(TransportErrorKind::Cancelled)
    }

    /// Returns `true` if a successful response could not be decoded.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// Returns `true` if the server rejected the parameters or the id.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
    }

    /// Returns `true` if the object does not exist: an invalid request with status 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_invalid_request() && self.meta().status() == Some(404)
    }

    /// Returns `true` if the API key was rejected.
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.kind() == ErrorKind::Authentication
    }

    /// Returns `true` if the API key or account does not have the required permission.
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.kind() == ErrorKind::Permission
    }

    /// Returns `true` if a payment was declined.
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.kind() == ErrorKind::Card
    }

    /// Returns `true` if too many requests were made.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
    }

    /// Returns `true` if an idempotency key was reused with different parameters.
    #[must_use]
    pub fn is_idempotency(&self) -> bool {
        self.kind() == ErrorKind::Idempotency
    }
}

fn unsupported_coding(coding: &str) -> String {
    format!("the response has the content coding `{coding}`, which was not requested")
}

/// Returns `true` for status codes from 200 to 299.
pub(crate) fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

/// Returns the class of an unsuccessful response. It depends on the status first, since
/// the error type alone does not distinguish authentication, permission and rate limit
/// errors.
fn classify(status: u16, fields: Option<&ErrorFields>, v2: bool) -> ErrorKind {
    let type_ = fields.and_then(|fields| fields.get("type"));
    let code = fields.and_then(|fields| fields.get("code"));
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
        escape(&self.0.message, f)?;
        let mut causes = self.causes();
        if !f.alternate() {
            // A response tells more than the way in which it broke off.
            let innermost = causes.pop().filter(|_| self.status().is_none());
            causes = Vec::from_iter(innermost);
        }
        for cause in causes {
            f.write_str(": ")?;
            escape(&cause, f)?;
        }
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
                write!(f, "{before}{name} ")?;
                escape(value, f)?;
                before = ", ";
            }
        }
        f.write_str(if before == ", " { ")" } else { "" })
    }
}

/// Writes text of the server. Control characters are escaped, so that it cannot forge
/// lines of a log or control a terminal.
fn escape(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    text.chars().try_for_each(|character| {
        if character.is_control() {
            write!(f, "{}", character.escape_default())
        } else {
            f.write_char(character)
        }
    })
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
