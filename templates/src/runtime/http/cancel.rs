//! Cancellation of blocking calls.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Cancels blocking calls from any thread.
///
/// After cancellation, a call with this token
/// ([`Call::cancelled_by`](crate::Call::cancelled_by)) starts no further attempt,
/// and a wait between two attempts ends at once. An attempt in progress still runs until
/// its response arrives or it times out, since a blocked thread cannot be interrupted.
/// Asynchronous calls need no token: dropping one cancels it.
///
/// Clones share the same state. Cancellation is permanent.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    cancelled: Mutex<bool>,
    changed: Condvar,
}

impl CancelToken {
    /// Creates a token that is not cancelled.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels all calls that use this token.
    pub fn cancel(&self) {
        *self.lock() = true;
        self.0.changed.notify_all();
    }

    /// Returns `true` if [`cancel`](Self::cancel) was called.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.lock()
    }

    /// Blocks for `duration`, or until the token is cancelled.
    pub fn wait(&self, duration: Duration) {
        let waiting = |cancelled: &mut bool| !*cancelled;
        // If the lock is poisoned, the wait ends early, which is harmless.
        let _ = self.0.changed.wait_timeout_while(self.lock(), duration, waiting);
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.0.cancelled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
