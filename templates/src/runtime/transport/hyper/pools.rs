//! Connection pools, one for each runtime.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::{Handle, Id};

use super::HttpClient;

/// More runtimes than programs have. Tests have one each, and share clients at times.
const MAX_POOLS: usize = 8;

/// Creates a client that reuses connections.
type NewPool = dyn Fn() -> HttpClient + Send + Sync;

/// The pools of the runtimes that made calls most recently.
///
/// The task that drives a connection belongs to one runtime. If another runtime used the
/// connection, its request would wait in vain whenever the first one does not run.
#[derive(Clone)]
pub(super) struct Pools {
    pools: Arc<Mutex<Vec<(Id, HttpClient)>>>,
    new: Arc<NewPool>,
}

impl Pools {
    pub(super) fn new(new: impl Fn() -> HttpClient + Send + Sync + 'static) -> Self {
        Self { pools: Arc::default(), new: Arc::new(new) }
    }

    /// Returns the pool of the current runtime. Must be called within a runtime.
    pub(super) fn of_this_runtime(&self) -> HttpClient {
        let id = Handle::current().id();
        let mut pools = self.pools.lock().unwrap_or_else(PoisonError::into_inner);
        let found = pools.iter().find(|(owner, _)| *owner == id);
        if let Some((_, pool)) = found {
            return pool.clone();
        }
        let pool = (self.new)();
        if pools.len() == MAX_POOLS {
            pools.remove(0);
        }
        pools.push((id, pool.clone()));
        pool
    }
}

impl fmt::Debug for Pools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pools").finish_non_exhaustive()
    }
}
