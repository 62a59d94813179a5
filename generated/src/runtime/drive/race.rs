//! A future against the clock.

use std::pin::pin;
use std::task::Poll;

use crate::runtime::transport::BoxFuture;

/// How a race ended.
pub(super) enum Race<T> {
    Won(T),
    /// The alarm came first.
    Late,
}

/// Waits for the future or the alarm, whichever comes first; the future is then dropped.
pub(super) async fn race<T>(
    work: BoxFuture<'_, T>,
    alarm: &mut BoxFuture<'static, ()>,
) -> Race<T> {
    let mut work = pin!(work);
    std::future::poll_fn(|cx| {
        if let Poll::Ready(done) = work.as_mut().poll(cx) {
            return Poll::Ready(Race::Won(done));
        }
        alarm.as_mut().poll(cx).map(|()| Race::Late)
    })
    .await
}
