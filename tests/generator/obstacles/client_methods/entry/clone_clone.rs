use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/clone/clone/{id}`.
#[derive(Clone, Debug)]
pub struct CloneClone<M> {
    client: Client<M>,
}

impl<M> CloneClone<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/clone/clone/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/clone/clone/{id}").id("id", id))
    }
}
