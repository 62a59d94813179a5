//! Time and randomness, which can be replaced in tests.

use std::io;
use std::time::Instant;

/// A monotonic clock, by which deadlines are measured.
pub trait Clock: Send + Sync + 'static {
    /// Returns the current time.
    fn now(&self) -> Instant;
}

/// A source of randomness for idempotency keys and retry delays.
pub trait Random: Send + Sync + 'static {
    /// Fills the buffer with unpredictable bytes.
    ///
    /// # Errors
    /// Returns an error if no randomness is available. Calls that need a random
    /// idempotency key then fail before anything is sent.
    fn fill(&self, buffer: &mut [u8]) -> io::Result<()>;
}

/// The clock and the randomness of the operating system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct System;

impl Clock for System {
    fn now(&self) -> Instant {
        Instant::now()
    }
}

impl Random for System {
    fn fill(&self, buffer: &mut [u8]) -> io::Result<()> {
        getrandom::fill(buffer).map_err(|error| io::Error::other(error.to_string()))
    }
}

/// Returns a random number for the jitter of a delay, or 0, which gives the shortest
/// delay, if no randomness is available.
pub(crate) fn random_u64(random: &dyn Random) -> u64 {
    let mut bytes = [0; 8];
    match random.fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes),
        Err(_) => 0,
    }
}
