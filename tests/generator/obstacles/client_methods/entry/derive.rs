use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/derive/{id}`.
#[derive(Clone, Debug)]
pub struct Derive<M> {
    client: Client<M>,
}

impl<M> Derive<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/derive/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/derive/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `derive_`.
    pub fn derive_(&self) -> Derive<M> {
        Derive::new(self)
    }
}
