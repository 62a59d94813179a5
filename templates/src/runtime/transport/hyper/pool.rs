//! Idle connections.

use std::fmt;
#[cfg(feature = "http2")]
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
#[cfg(feature = "http2")]
use std::task::Poll;
use std::time::{Duration, Instant};

use http::uri::{Authority, Scheme};
use tokio::runtime::{Handle, Id};
#[cfg(feature = "http2")]
use tokio::sync::Notify;

use super::connection::Connection;
#[cfg(feature = "http2")]
use super::http2;
use super::target::Target;

/// Shorter than the idle timeouts of common servers and gateways, so that few reused
/// connections turn out to be closed.
pub(super) const IDLE_TIMEOUT: Duration = Duration::from_secs(50);

/// The calls that can use a connection: those to the same server on the same runtime.
///
/// The task that drives a connection belongs to one runtime. If another runtime used the
/// connection, its request would wait in vain whenever the first one does not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    runtime: Id,
    scheme: Scheme,
    authority: Authority,
}

impl Place {
    /// Returns the place of this runtime and target. Must be called within a runtime.
    pub(super) fn of(target: &Target) -> Self {
        let (scheme, authority) = (target.scheme.clone(), target.authority.clone());
        Self { runtime: Handle::current().id(), scheme, authority }
    }
}

/// The idle connections of a transport.
#[derive(Clone)]
pub(super) struct Pool(Arc<Shared>);

struct Shared {
    /// The maximum number of idle connections of a place.
    max_idle: usize,
    /// In the order in which they were used last.
    idle: Mutex<Vec<Idle>>,
    /// Tells the calls that are connecting about a connection that they can share.
    #[cfg(feature = "http2")]
    opened: Notify,
}

struct Idle {
    place: Place,
    since: Instant,
    connection: Connection,
}

#[cfg(feature = "http2")]
impl Idle {
    /// Returns a share of the connection, if it has any and belongs to this place.
    fn share(&self, place: &Place) -> Option<http2::Stream> {
        match &self.connection {
            Connection::Http2(stream) if self.place == *place && !stream.is_closed() => {
                Some(stream.share())
            }
            _ => None,
        }
    }
}

/// A connection in use by a call, which closes it unless the whole response has arrived.
pub(super) struct Lease {
    pub(super) connection: Connection,
    pub(super) is_new: bool,
    place: Place,
    pool: Pool,
}

impl Lease {
    /// Keeps the connection for other calls, after the whole response has arrived.
    pub(super) fn release(self) {
        match self.connection {
            #[cfg(feature = "http2")]
            Connection::Http2(stream) => drop(stream.finish()),
            connection @ Connection::Http1(_) => self.pool.keep(self.place, connection),
        }
    }
}

impl Pool {
    pub(super) fn new(max_idle: usize) -> Self {
        Self(Arc::new(Shared {
            max_idle,
            idle: Mutex::default(),
            #[cfg(feature = "http2")]
            opened: Notify::new(),
        }))
    }

    /// Returns an idle connection that has not closed, as far as is known.
    pub(super) async fn take(&self, place: &Place) -> Option<Lease> {
        loop {
            let mut connection = self.next(place)?;
            if connection.settle().await {
                return Some(self.lease(place.clone(), connection, false));
            }
        }
    }

    /// Returns the lease of a new connection.
    pub(super) fn lease_new(&self, place: Place, connection: Connection) -> Lease {
        #[cfg(feature = "http2")]
        if let Connection::Http2(stream) = &connection {
            let shared = stream.share().finish();
            self.keep(place.clone(), Connection::Http2(shared));
            self.0.opened.notify_waiters();
        }
        self.lease(place, connection, true)
    }

    /// Opens a connection, unless another call opens one first that both can share.
    #[cfg(feature = "http2")]
    pub(super) async fn shared_or<E>(
        &self,
        place: &Place,
        opening: impl Future<Output = Result<Lease, E>>,
    ) -> Result<Lease, E> {
        let (mut shared, mut opening) = (pin!(self.shared(place)), pin!(opening));
        std::future::poll_fn(|cx| match shared.as_mut().poll(cx) {
            Poll::Ready(lease) => Poll::Ready(Ok(lease)),
            Poll::Pending => opening.as_mut().poll(cx),
        })
        .await
    }

    /// Waits for a connection that calls share.
    #[cfg(feature = "http2")]
    async fn shared(&self, place: &Place) -> Lease {
        loop {
            // A connection that is opened from here on is not missed.
            let opened = self.0.opened.notified();
            let shared = self.lock().iter().find_map(|idle| idle.share(place));
            if let Some(stream) = shared {
                return self.lease(place.clone(), Connection::Http2(stream), false);
            }
            opened.await;
        }
    }

    /// Closes the connections that have been idle for too long.
    pub(super) fn close_expired(&self) {
        drop(self.lock());
    }

    pub(super) fn downgrade(&self) -> WeakPool {
        WeakPool(Arc::downgrade(&self.0))
    }

    fn lease(&self, place: Place, connection: Connection, is_new: bool) -> Lease {
        Lease { connection, is_new, place, pool: self.clone() }
    }

    /// Keeps an idle connection. If there are too many, it replaces the one that was idle for
    /// the longest time.
    fn keep(&self, place: Place, connection: Connection) {
        let mut idle = self.lock();
        let is_same = |idle: &Idle| idle.place == place;
        if idle.len() >= self.0.max_idle
            && idle.iter().filter(|idle| is_same(idle)).count() >= self.0.max_idle
            && let Some(oldest) = idle.iter().position(is_same)
        {
            drop(idle.remove(oldest));
        }
        idle.push(Idle { place, since: Instant::now(), connection });
    }

    /// Returns the connection that was used last, if possible one that is ready. If none is, it
    /// may be closed.
    fn next(&self, place: &Place) -> Option<Connection> {
        let mut idle = self.lock();
        let ready = |idle: &Idle| idle.place == *place && idle.connection.is_ready();
        let found = idle.iter().rposition(ready);
        let found =
            found.or_else(|| idle.iter().rposition(|idle| idle.place == *place))?;
        let connection = idle.remove(found).connection;
        #[cfg(feature = "http2")]
        if let Connection::Http2(stream) = &connection
            && !stream.is_closed()
        {
            let share = Connection::Http2(stream.share());
            let (place, since) = (place.clone(), Instant::now());
            idle.push(Idle { place, since, connection });
            return Some(share);
        }
        Some(connection)
    }

    /// Returns the idle connections, without those that are expired. Some may be closed.
    fn lock(&self) -> MutexGuard<'_, Vec<Idle>> {
        let mut idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let is_expired =
            |idle: &Idle| now.saturating_duration_since(idle.since) >= IDLE_TIMEOUT;
        let expired = idle.partition_point(is_expired);
        drop(idle.drain(..expired));
        idle
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").finish_non_exhaustive()
    }
}

/// A pool that may be gone: the tasks of its connections must not keep it.
pub(super) struct WeakPool(Weak<Shared>);

impl WeakPool {
    pub(super) fn upgrade(&self) -> Option<Pool> {
        self.0.upgrade().map(Pool)
    }
}
