//! The tokio runtime that some transports need, found or missed.

use std::time::Duration;

use tokio::runtime::Handle;

use super::{BoxFuture, TransportError};

/// Refuses to send where tokio would panic.
pub(super) fn check() -> Result<(), TransportError> {
    match Handle::try_current() {
        Ok(_) => Ok(()),
        Err(_) => Err(TransportError::unsupported("there is no tokio runtime here")),
    }
}

pub(super) fn sleep(duration: Duration) -> BoxFuture<'static, ()> {
    match check() {
        Ok(()) => Box::pin(tokio::time::sleep(duration)),
        // Sending says what is missing.
        Err(_) => Box::pin(std::future::pending()),
    }
}
