//! Time and chance, as the core asks for them: both can be injected.

use std::io;
use std::time::Instant;

/// Tells the time that passes between the attempts of a call.
pub trait Clock: Send + Sync + 'static {
    /// This moment.
    fn now(&self) -> Instant;
}

/// Makes idempotency keys unique and spreads retries.
pub trait Random: Send + Sync + 'static {
    /// Fills the buffer with bytes that nobody can guess.
    ///
    /// # Errors
    /// When there is no source of randomness; calls that need a key then fail unsent.
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

/// A number for the jitter of a delay. Without randomness the shortest delay is right.
pub(crate) fn number(random: &dyn Random) -> u64 {
    let mut bytes = [0; 8];
    match random.fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes),
        Err(_) => 0,
    }
}
