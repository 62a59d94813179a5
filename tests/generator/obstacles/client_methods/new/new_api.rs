use crate::_3d::Entry;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/new/{id}`.
#[derive(Clone, Debug)]
pub struct NewApi<M = Async> {
    client: Client<M>,
}

impl<M> NewApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/new/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/new/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `new`.
    pub fn new_(&self) -> NewApi<M> {
        NewApi::new(self)
    }
}
