//! Typed access to the objects of events.

use crate::notices::{Notice, NoticeObject};
use crate::runtime::{DecodeError, webhook};
use crate::runtime::webhook::Verifier;

impl Notice {
    /// Decodes the object of the event.
    ///
    /// An object of a kind that this version of the crate does not know is returned as raw JSON,
    /// which `data` contains for every object. Each call decodes anew.
    ///
    /// # Errors
    /// Returns an error if the object does not have the shape of its kind, for example because another
    /// API version rendered the event.
    pub fn object(&self) -> Result<NoticeObject, DecodeError> {
        self.data.object.decode()
    }

    /// Decodes an event without verifying who sent it: for events from a trusted channel, not for a
    /// public endpoint.
    ///
    /// Events that AWS EventBridge or Azure Event Grid forwarded have no signature, and are
    /// unwrapped from their envelope.
    ///
    /// # Errors
    /// Returns an error if the payload cannot be decoded, or is not an event.
    pub fn from_unverified_json(payload: &[u8]) -> Result<Self, webhook::WebhookError> {
        webhook::unverified(payload)
    }
}

impl Verifier {
    /// Verifies the signature in `header` (`Stripe-Signature`) over the raw bytes of the body, and then
    /// decodes the event. Pass an empty header if the request has none.
    ///
    /// # Errors
    /// Returns an error if the signature is not valid or too old, or if the body is not an event.
    #[doc(alias = "construct_event")]
    pub fn event(
        &self,
        payload: &[u8],
        header: impl AsRef<[u8]>,
    ) -> Result<Notice, webhook::WebhookError> {
        self.parse(payload, header.as_ref())
    }
}
