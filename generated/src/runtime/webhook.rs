//! Webhooks: proof that an event was sent by Stripe, and reading it.
//!
//! [`Verifier::verify`] looks at the raw bytes of the request's body alone; nothing is parsed
//! before the signature was found to be right. What an unsigned request can cost is one pass over
//! its body for each secret and one over its header, and no memory.

mod envelope;
mod error;
mod header;
pub(crate) mod signature;
mod version;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::decode::{self, Decode};
use super::timestamp::Timestamp;

pub use self::error::{WebhookError, WebhookErrorKind};
use self::signature::Signature;
pub use self::version::VersionMatch;

/// The header of a webhook's request that holds its signatures, to be handed to a [`Verifier`].
pub const SIGNATURE_HEADER: &str = "stripe-signature";

const TOLERANCE: Duration = Duration::from_secs(300);

/// Verifies that events were sent by Stripe.
#[derive(Clone)]
pub struct Verifier {
    secrets: Vec<String>,
    tolerance: Option<Duration>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl Verifier {
    /// A verifier with the secrets of an endpoint; while a secret is being replaced there are two.
    /// Each is used as it stands, with its `whsec_`.
    ///
    /// # Errors
    /// When there is no secret, or an empty one.
    pub fn new(
        secrets: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Self, WebhookError> {
        let secrets: Vec<String> = secrets.into_iter().map(Into::into).collect();
        if secrets.is_empty() || secrets.iter().any(String::is_empty) {
            return Err(WebhookErrorKind::NoSecret.into());
        }
        Ok(Self { secrets, tolerance: Some(TOLERANCE), now: Arc::new(now) })
    }

    /// How far the time of an event may be from now, into the past and into the future; 300
    /// seconds by default, whole seconds. Zero means the very same second.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = Some(tolerance);
        self
    }

    /// Accepts events of any age: whoever gets hold of one can send it again at any time.
    #[must_use]
    pub fn accept_any_age(mut self) -> Self {
        self.tolerance = None;
        self
    }

    /// Tells the time by another clock.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Verifies the body of a request by its header `Stripe-Signature`. The body must be the bytes
    /// as they came; a missing header is the empty one.
    ///
    /// # Errors
    /// When the header is missing or cannot be read, when no signature in it is right, or when it
    /// is too old or in the future.
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
            Signature::new(secret, header.time_text, payload)
                .is_some_and(|right| header.signatures().any(|given| right.is(given)))
        });
        if !proven {
            let hint = self.secrets.iter().any(|secret| secret.trim() != secret);
            return Err(WebhookError::no_valid_signature(hint));
        }
        // Only whoever holds the secret learns something about time.
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

    /// Verifies, then reads.
    #[allow(dead_code, reason = "called by the emitted reader of events")]
    pub(crate) fn parse<T: Decode>(
        &self,
        payload: &[u8],
        header: &[u8],
    ) -> Result<T, WebhookError> {
        self.check(payload, header)?;
        envelope::check(payload)?;
        decode::from_slice(payload).map_err(WebhookError::malformed)
    }
}

/// Reads what nobody signed: an event alone, or inside of what forwarded it.
#[allow(dead_code, reason = "called by the emitted reader of events")]
pub(crate) fn unverified<T: Decode>(payload: &[u8]) -> Result<T, WebhookError> {
    let event = envelope::open(payload)?;
    decode::from_value(event).map_err(WebhookError::malformed)
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
