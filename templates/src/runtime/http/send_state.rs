//! The point from which a request may reach the server.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

const SENDING: u8 = 0;
const WAITING: u8 = 1;
const ABANDONED: u8 = 2;

/// The progress of one attempt, up to the first byte that is sent.
///
/// When an attempt times out, the client drops the future of the transport, which can
/// then no longer report whether it was still waiting for a connection. A transport that
/// knows records it here; for all others, the request counts as sent.
#[derive(Clone, Debug)]
pub(crate) struct SendState(Arc<AtomicU8>);

impl Default for SendState {
    fn default() -> Self {
        Self(Arc::new(AtomicU8::new(SENDING)))
    }
}

impl SendState {
    /// Records that nothing is sent before [`send`](Self::send) is called.
    #[cfg(any(feature = "hyper", feature = "reqwest"))]
    pub(crate) fn wait(&self) {
        self.0.store(WAITING, Ordering::Release);
    }

    /// Records that the request is sent from now on. Returns `false` if the attempt was
    /// abandoned; the request must not be sent then.
    #[cfg(any(feature = "hyper", feature = "reqwest"))]
    pub(crate) fn send(&self) -> bool {
        let state = self.0.compare_exchange(
            WAITING,
            SENDING,
            Ordering::AcqRel,
            Ordering::Acquire,
        );
        state != Err(ABANDONED)
    }

    /// Abandons the attempt. Returns `true` if nothing was sent, and nothing will be.
    pub(crate) fn abandon(&self) -> bool {
        let state = self.0.compare_exchange(
            WAITING,
            ABANDONED,
            Ordering::AcqRel,
            Ordering::Acquire,
        );
        state.is_ok()
    }
}
