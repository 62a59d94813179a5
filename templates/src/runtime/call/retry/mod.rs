//! Retry decisions and delays, as pure functions without I/O, clock or randomness.

pub(crate) mod state;

use std::time::Duration;

use crate::runtime::http::error::TransportErrorKind;

const FIRST_DELAY: Duration = Duration::from_millis(500);
const MAX_DELAY: Duration = Duration::from_secs(5);
/// The longest `Retry-After` that is accepted, in seconds.
const MAX_RETRY_AFTER: u64 = 60;

/// The facts on which the decision after a failed attempt depends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt<'a> {
    /// Number of retries made so far.
    pub(crate) retries: u32,
    pub(crate) max_retries: u32,
    /// `true` if the call was cancelled, or if the deadline passes before the next
    /// attempt.
    pub(crate) stopped: bool,
    /// The reason why no complete response arrived; `None` if one did.
    pub(crate) transport: Option<TransportErrorKind>,
    /// The status, if the headers arrived.
    pub(crate) status: Option<u16>,
    /// The `Stripe-Should-Retry` header.
    pub(crate) should_retry: Option<&'a str>,
    /// The error code in the body.
    pub(crate) code: Option<&'a str>,
}

/// Returns `true` if the request should be sent again.
pub(crate) fn again(attempt: &Attempt<'_>) -> bool {
    if attempt.retries >= attempt.max_retries || attempt.stopped {
        return false;
    }
    let incomplete = match attempt.transport {
        Some(
            TransportErrorKind::Certificate
            | TransportErrorKind::Unsupported
            | TransportErrorKind::Cancelled,
        ) => return false,
        Some(TransportErrorKind::Connection | TransportErrorKind::Timeout) => true,
        // Without a status, it was the head that is too large.
        Some(TransportErrorKind::TooLarge) => attempt.status.is_none(),
        None => false,
    };
    match (attempt.should_retry, attempt.status) {
        (Some("true"), _) => true,
        (Some("false"), _) => false,
        (_, Some(409)) => true,
        // A success without its complete body is retried, since the idempotency key makes the
        // server return its result again. A rejection is final even without its body.
        (_, Some(status @ 400..=499)) => {
            !incomplete && status == 429 && is_lock(attempt.code)
        }
        (_, Some(500..)) => true,
        _ => incomplete,
    }
}

fn is_lock(code: Option<&str>) -> bool {
    code == Some("lock_timeout")
}

/// Returns the delay before the next attempt.
///
/// The upper bound doubles with each retry, from half a second to five seconds; `random`
/// selects a delay between half the bound and the bound. The delay is never shorter than
/// `floor`.
pub(crate) fn delay(retries: u32, random: u64, floor: Option<Duration>) -> Duration {
    let bound = FIRST_DELAY.saturating_mul(2_u32.saturating_pow(retries)).min(MAX_DELAY);
    let half = bound / 2;
    let share = u128::from(random) * half.as_nanos() / u128::from(u64::MAX);
    let jitter = Duration::from_nanos(u64::try_from(share).unwrap_or(0));
    (half + jitter).max(floor.unwrap_or_default())
}

/// Parses the `Retry-After` header as a lower bound of the delay. Only integers up to
/// [`MAX_RETRY_AFTER`] are accepted.
pub(crate) fn floor(retry_after: Option<&str>) -> Option<Duration> {
    let seconds =
        retry_after.filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()))?;
    let seconds = seconds.parse().ok().filter(|&s| s <= MAX_RETRY_AFTER)?;
    Some(Duration::from_secs(seconds))
}
