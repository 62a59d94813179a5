//! Typed payloads.

use crate::notice::{Notice, NoticeObject, NoticeType};
use crate::runtime::webhook::Verifier;
use crate::runtime::{DecodeError, webhook};

impl Notice {
    /// The object that the event is about, decoded on demand. A kind of object that this version
    /// of the crate does not know is given as it came; the raw JSON of any object is in `data`.
    ///
    /// # Errors
    /// The object is of a known kind and does not have its shape, for example because the event
    /// was made by another API version.
    pub fn object(&self) -> Result<NoticeObject, DecodeError> {
        self.data.object.decode()
    }

    /// The event's type, to match on.
    #[must_use]
    pub fn kind(&self) -> NoticeType {
        NoticeType::from(self.type_.as_str())
    }

    /// Reads an event without any proof of who sent it: for events that come over a channel of
    /// yours, not for an endpoint that anybody can reach.
    ///
    /// Events that AWS EventBridge or Azure Event Grid forwarded have no signature of Stripe's and
    /// sit in an envelope; they are taken out of it.
    ///
    /// # Errors
    /// The payload cannot be read, or is not an event.
    pub fn from_unverified_json(payload: &[u8]) -> Result<Self, webhook::WebhookError> {
        webhook::unverified(payload)
    }
}

impl Verifier {
    /// Verifies the signature in `header` (`Stripe-Signature`) over the raw bytes of the body, and
    /// only then reads the event. A missing header is the empty one.
    ///
    /// # Errors
    /// The signature does not hold, is too old, or the body is not an event.
    pub fn event(
        &self,
        payload: &[u8],
        header: impl AsRef<[u8]>,
    ) -> Result<Notice, webhook::WebhookError> {
        self.parse(payload, header.as_ref())
    }
}
