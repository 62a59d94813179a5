//! The result of a successful call, and metadata about responses.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::runtime::http::headers::Headers;

/// A decoded response: the object and metadata about the HTTP response.
///
/// It dereferences to the object. The metadata is accessed through [`Response::meta`],
/// so that it cannot be confused with fields of the object. To move fields out of the
/// object, use [`Response::into_inner`].
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    meta: Meta,
}

impl<T> Response<T> {
    pub(crate) const fn new(value: T, meta: Meta) -> Self {
        Self { value, meta }
    }

    /// Returns the metadata: status, request id, headers, raw body.
    #[must_use]
    pub const fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Returns the object, without the metadata.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Returns the object and the metadata.
    #[must_use]
    pub fn into_parts(self) -> (T, Meta) {
        (self.value, self.meta)
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// Metadata about a call, the same for successes and errors.
///
/// Clones are cheap. `Debug` omits the body, which may hold secrets and personal data.
#[derive(Clone, Default)]
pub struct Meta(Arc<ResponseInfo>);

#[derive(Clone, Default)]
pub(crate) struct ResponseInfo {
    pub(crate) status: Option<u16>,
    pub(crate) headers: Headers,
    pub(crate) body: Vec<u8>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) attempts: u32,
}

impl Meta {
    pub(crate) fn new(info: ResponseInfo) -> Self {
        Self(Arc::new(info))
    }

    /// Returns the HTTP status code, or `None` for an error without a response.
    #[must_use]
    #[doc(alias = "status_code")]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// Returns Stripe's id of the request, by which its support and the dashboard's logs
    /// find the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.headers.get("request-id")
    }

    /// Returns the header fields of the response; empty for an error without a response.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.0.headers
    }

    /// Returns the idempotency key that was sent, whether set by the caller or
    /// generated.
    ///
    /// After an error with an unknown outcome, it is safe to repeat the call with this
    /// key.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.idempotency_key.as_deref()
    }

    /// Returns the body of the response as received. It is empty if no response arrived,
    /// if the body broke off, or if it exceeded the size limit.
    #[must_use]
    pub fn raw_body(&self) -> &[u8] {
        &self.0.body
    }

    /// Converts into the body, which is copied only if it is shared.
    pub(crate) fn into_body(self) -> Vec<u8> {
        Arc::unwrap_or_clone(self.0).body
    }

    /// Returns the coding of the body, if the server compressed it although no coding was
    /// requested.
    pub(crate) fn content_coding(&self) -> Option<&str> {
        let coding = self.0.headers.get("content-encoding")?.trim();
        let is_identity = coding.is_empty() || coding.eq_ignore_ascii_case("identity");
        (!is_identity).then_some(coding)
    }

    /// Returns the number of attempts; `0` if the call was invalid, or cancelled before
    /// the first one.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }
}

impl fmt::Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meta")
            .field("status", &self.0.status)
            .field("request_id", &self.request_id())
            .field("headers", &self.0.headers)
            .field("idempotency_key", &self.0.idempotency_key)
            .field("attempts", &self.0.attempts)
            .field("body_length", &self.0.body.len())
            .finish()
    }
}
