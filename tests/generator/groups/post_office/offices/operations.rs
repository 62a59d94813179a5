use crate::runtime::client::{Async, Client};

#[cfg(feature = "offices")]
mod offices_operations;
#[cfg(feature = "parcels")]
mod parcels_operations;

/// Operations on `/v1/offices/{office}`.
#[derive(Clone, Debug)]
pub struct Offices<M = Async> {
    client: Client<M>,
}

impl<M> Offices<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }
}

impl<M> Client<M> {
    /// Operations of `offices`.
    pub fn offices(&self) -> Offices<M> {
        Offices::new(self)
    }
}
