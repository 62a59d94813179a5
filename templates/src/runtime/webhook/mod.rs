//! Verifies and reads webhooks.
//!
//! [`Verifier::verify`] works on the raw bytes of the request body; nothing is parsed
//! before the signature is verified. An unsigned request costs at most one pass over its
//! body per secret and one over its header, and no memory. Events of more than 4 MiB are
//! rejected.

mod envelope;
mod error;
mod header;
pub(crate) mod signature;
mod version;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::runtime::decode::{self, Decode};
use crate::runtime::values::convert::OneOrMany;
use crate::runtime::values::timestamp::Timestamp;

pub use self::error::{WebhookError, WebhookErrorKind};
use self::signature::Signature;
pub use self::version::VersionMatch;

/// The request header that contains the signatures, to be passed to a [`Verifier`].
pub const SIGNATURE_HEADER: &str = "stripe-signature";

/// The maximum size of an event, in bytes. Those of Stripe have a few kilobytes.
const MAX_EVENT_SIZE: usize = 4 * 1024 * 1024;

const TOLERANCE: Duration = Duration::from_secs(300);

/// Verifies that events were sent by Stripe.
#[doc = include_str!("../docs/verifier.md")]
#[derive(Clone)]
pub struct Verifier {
    secrets: Vec<String>,
    tolerance: Option<Duration>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl Verifier {
    /// Creates a verifier with the secret of an endpoint, or with several: while a secret is
    /// rotated there are two. Each secret is used as is, including its prefix `whsec_`.
    ///
    /// # Errors
    /// Returns an error if there are no secrets, or if one is empty.
    #[doc(alias = "webhook_secret")]
    pub fn new<N>(secrets: impl OneOrMany<String, N>) -> Result<Self, WebhookError> {
        let secrets = secrets.into_vec();
        if secrets.is_empty() || secrets.iter().any(String::is_empty) {
            return Err(WebhookErrorKind::NoSecret.into());
        }
        Ok(Self { secrets, tolerance: Some(TOLERANCE), now: Arc::new(now) })
    }

    /// Sets the maximum difference between the signature's time and the current time, in
    /// the past and in the future, in whole seconds. Defaults to 300 seconds. Zero
    /// accepts the current second only.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = Some(tolerance);
        self
    }

    /// Accepts events of any age. Anyone who obtains a signed event can then replay it
    /// at any time.
    #[must_use]
    pub fn accept_any_age(mut self) -> Self {
        self.tolerance = None;
        self
    }

    /// Sets the clock.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Verifies the body of a request with its `Stripe-Signature` header. The body must
    /// be the unmodified bytes of the request; pass an empty header if the request has
    /// none.
    ///
    /// # Errors
    /// Returns an error if the header is missing or malformed, if none of its signatures
    /// is valid, or if the signature is too old or in the future.
    pub fn verify(
        &self,
        payload: &[u8],
        header: impl AsRef<[u8]>,
    ) -> Result<(), WebhookError> {
        self.check(payload, header.as_ref())
    }

    fn check(&self, payload: &[u8], header: &[u8]) -> Result<(), WebhookError> {
        let header = header::read(header)?;
        let proven = self.secrets.iter().any(|secret| {
            let right = Signature::new(secret, header.time_text, payload);
            header.signatures().any(|given| right.is(given))
        });
        if !proven {
            let hint = self.secrets.iter().any(|secret| secret.trim() != secret);
            return Err(WebhookError::no_valid_signature(hint));
        }
        // Checked last, so that only holders of the secret learn about the clock.
        self.check_age(header.time)
    }

    fn check_age(&self, time: i64) -> Result<(), WebhookError> {
        let Some(tolerance) = self.tolerance else {
            return Ok(());
        };
        let tolerance = i64::try_from(tolerance.as_secs()).unwrap_or(i64::MAX);
        let age = (self.now)().as_unix().saturating_sub(time);
        if age > tolerance {
            Err(WebhookErrorKind::TooOld.into())
        } else if age < -tolerance {
            Err(WebhookErrorKind::InTheFuture.into())
        } else {
            Ok(())
        }
    }

    /// Verifies a payload, then decodes it.
    #[allow(dead_code, reason = "called by the emitted reader of events")]
    pub(crate) fn parse<T: Decode>(
        &self,
        payload: &[u8],
        header: &[u8],
    ) -> Result<T, WebhookError> {
        self.check(payload, header)?;
        check_size(payload)?;
        envelope::check(payload)?;
        decode::from_slice(payload).map_err(WebhookError::malformed)
    }
}

/// Decodes an unsigned event, alone or in the envelope of a forwarding service.
#[allow(dead_code, reason = "called by the emitted reader of events")]
pub(crate) fn unverified<T: Decode>(payload: &[u8]) -> Result<T, WebhookError> {
    check_size(payload)?;
    let event = envelope::open(payload)?;
    decode::from_value(event).map_err(WebhookError::malformed)
}

fn check_size(payload: &[u8]) -> Result<(), WebhookError> {
    if payload.len() <= MAX_EVENT_SIZE {
        return Ok(());
    }
    Err(WebhookErrorKind::TooLarge.into())
}

pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Timestamp::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.secrets.len())
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
