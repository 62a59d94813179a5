//! How a blocking call is given up from outside.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Gives up blocking calls, from any thread.
///
/// A call that was told of it by [`Call::cancelled_by`](super::call::Call::cancelled_by) makes no
/// further attempt, and waiting between two attempts ends at once. An attempt that is on its way
/// ends by its answer or by its timeout, since nothing else can interrupt a thread. A call that is
/// awaited needs no token: to drop it is to cancel it.
///
/// Clones are the same token. There is no way back: what was cancelled stays cancelled.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    cancelled: Mutex<bool>,
    changed: Condvar,
}

impl CancelToken {
    /// A token that was not used yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives up all calls that were told of this token.
    pub fn cancel(&self) {
        *self.lock() = true;
        self.0.changed.notify_all();
    }

    /// Whether [`cancel`](Self::cancel) was called.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.lock()
    }

    /// Returns after this time, or as soon as the token is cancelled.
    pub fn wait(&self, duration: Duration) {
        let waiting = |cancelled: &mut bool| !*cancelled;
        // A lock that was poisoned elsewhere ends the wait early, which does no harm.
        let _ = self.0.changed.wait_timeout_while(self.lock(), duration, waiting);
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.0.cancelled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
