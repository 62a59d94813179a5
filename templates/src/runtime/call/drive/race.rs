//! A race between a future and a timeout.

use std::pin::pin;
use std::task::Poll;

use crate::runtime::http::message::BoxFuture;

/// The result of [`race`].
pub(super) enum Race<T> {
    Completed(T),
    /// The timeout expired first.
    TimedOut,
}

/// Waits for the future or the timeout, whichever completes first. The future is dropped
/// in either case.
pub(super) async fn race<T>(
    work: BoxFuture<'_, T>,
    timeout: &mut BoxFuture<'static, ()>,
) -> Race<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|cx| {
        if let Poll::Ready(output) = work.as_mut().poll(cx) {
            return Poll::Ready(Race::Completed(output));
        }
        timeout.as_mut().poll(cx).map(|()| Race::TimedOut)
    })
    .await
}
