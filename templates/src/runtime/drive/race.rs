//! A future against the clock.

use std::pin::pin;
use std::task::Poll;

use crate::runtime::transport::BoxFuture;

/// How a race ended.
pub(super) enum Race<T> {
    Won(T),
    /// The timeout came first.
    TimedOut,
}

/// Waits for the future or the timeout, whichever comes first; the future is then dropped.
pub(super) async fn race<T>(
    work: BoxFuture<'_, T>,
    timeout: &mut BoxFuture<'static, ()>,
) -> Race<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|cx| {
        if let Poll::Ready(done) = work.as_mut().poll(cx) {
            return Poll::Ready(Race::Won(done));
        }
        timeout.as_mut().poll(cx).map(|()| Race::TimedOut)
    })
    .await
}
