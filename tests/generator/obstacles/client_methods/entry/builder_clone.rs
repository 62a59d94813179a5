use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/builder/clone/{id}`.
#[derive(Clone, Debug)]
pub struct BuilderClone<M> {
    client: Client<M>,
}

impl<M> BuilderClone<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/builder/clone/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/builder/clone/{id}").id("id", id))
    }
}
