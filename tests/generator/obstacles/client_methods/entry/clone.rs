use crate::entry::{CloneClone, Entry};
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/clone/{id}`.
#[derive(Clone, Debug)]
pub struct Clone<M> {
    client: Client<M>,
}

impl<M> Clone<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Operations of `clone_`.
    pub fn clone_(&self) -> CloneClone<M> {
        CloneClone::new(&self.client)
    }

    /// `GET /v1/clone/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/clone/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `clone_`.
    pub fn clone_(&self) -> Clone<M> {
        Clone::new(self)
    }
}
