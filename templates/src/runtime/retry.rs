//! Whether and when to try again: pure functions, without I/O, clock or randomness.

use std::time::Duration;

use super::transport::TransportErrorKind;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(5);
/// A longer `Retry-After` is not obeyed.
const LONGEST_FLOOR: u64 = 60;

/// All that bears on the decision after an attempt that failed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt<'a> {
    /// Retries made so far.
    pub(crate) retries: u32,
    pub(crate) max_retries: u32,
    /// The caller gave up, or the time for the whole call has passed.
    pub(crate) over: bool,
    /// Why there is no whole response; `None` when there is one.
    pub(crate) transport: Option<TransportErrorKind>,
    /// The status, if the headers arrived.
    pub(crate) status: Option<u16>,
    /// The header `Stripe-Should-Retry`.
    pub(crate) should_retry: Option<&'a str>,
    /// The code of the error in the body.
    pub(crate) code: Option<&'a str>,
}

/// Whether to send the request once more.
pub(crate) fn again(attempt: &Attempt<'_>) -> bool {
    if attempt.retries >= attempt.max_retries || attempt.over {
        return false;
    }
    let lost = match attempt.transport {
        Some(
            TransportErrorKind::Certificate
            | TransportErrorKind::Unsupported
            | TransportErrorKind::Cancelled,
        ) => return false,
        Some(TransportErrorKind::Connection | TransportErrorKind::Timeout) => true,
        Some(TransportErrorKind::TooLarge) | None => false,
    };
    match (attempt.should_retry, attempt.status) {
        (Some("true"), _) => true,
        (Some("false"), _) => false,
        (_, Some(409)) => true,
        // The outcome of a success that was cut off is learned by repeating it under its key; a
        // definite refusal needs no body.
        (_, Some(status @ 400..=499)) => !lost && status == 429 && is_lock(attempt.code),
        (_, Some(500..)) => true,
        _ => lost,
    }
}

fn is_lock(code: Option<&str>) -> bool {
    code == Some("lock_timeout")
}

/// How long to wait before the next attempt: doubling from half a second up to five, between
/// half of that and all of it as `random` says, and no shorter than the server asked for.
pub(crate) fn delay(retries: u32, random: u64, floor: Option<Duration>) -> Duration {
    let longest = FIRST.saturating_mul(2_u32.saturating_pow(retries)).min(LONGEST);
    let half = longest / 2;
    let share = u128::from(random) * half.as_nanos() / u128::from(u64::MAX);
    let jitter = Duration::from_nanos(u64::try_from(share).unwrap_or(0));
    (half + jitter).max(floor.unwrap_or_default())
}

/// The header `Retry-After` as a floor for the delay: whole seconds, and not too many.
pub(crate) fn floor(retry_after: Option<&str>) -> Option<Duration> {
    let seconds =
        retry_after.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    let seconds = seconds.parse().ok().filter(|&s| s <= LONGEST_FLOOR)?;
    Some(Duration::from_secs(seconds))
}
