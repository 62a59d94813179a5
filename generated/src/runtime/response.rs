//! What a call gives back.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::headers::Headers;

/// The object that the server answered with, and the facts about the exchange.
///
/// It dereferences to the object; everything else is behind [`Response::meta`], so that nothing
/// can be confused with a field of the object. [`Response::into_inner`] gives the object, from
/// which fields can then be taken.
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    meta: Meta,
}

impl<T> Response<T> {
    pub(crate) const fn new(value: T, meta: Meta) -> Self {
        Self { value, meta }
    }

    /// The facts about the exchange: status, request id, headers, raw body.
    #[must_use]
    pub const fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The object alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The object and the facts, apart.
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

/// The facts about a call: the same for a success and for an error.
///
/// Cheap to clone. `Debug` leaves out the body, which may hold secrets and personal data.
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

    /// The HTTP status; `None` on an error without a response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// Stripe's id of the request, to quote to its support and to find in its logs.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.headers.get("request-id")
    }

    /// The header fields of the response; none on an error without a response.
    #[must_use]
    pub fn headers(&self) -> &Headers {
        &self.0.headers
    }

    /// The idempotency key that was sent, the caller's or an automatic one.
    ///
    /// After an error whose outcome is unknown, the same call with this key is safe.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.idempotency_key.as_deref()
    }

    /// The body of the response as it came; empty if there was none, if it broke off or if it
    /// was larger than the client takes.
    #[must_use]
    pub fn raw_body(&self) -> &[u8] {
        &self.0.body
    }

    /// How many attempts were made; `0` if the call was refused or given up before the first.
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
