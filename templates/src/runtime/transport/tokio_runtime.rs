//! Checks for the tokio runtime that some transports need.

use std::time::Duration;

use tokio::runtime::Handle;

use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::BoxFuture;

/// Returns an error where tokio would panic: outside a runtime.
pub(super) fn check() -> Result<(), TransportError> {
    match Handle::try_current() {
        Ok(_) => Ok(()),
        Err(_) => Err(TransportError::unsupported(
            "the call was not made within a tokio runtime",
        )),
    }
}

pub(super) fn sleep(duration: Duration) -> BoxFuture<'static, ()> {
    match check() {
        Ok(()) => Box::pin(tokio::time::sleep(duration)),
        // `send` reports the missing runtime.
        Err(_) => Box::pin(std::future::pending()),
    }
}
