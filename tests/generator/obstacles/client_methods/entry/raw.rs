use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/raw/{id}`.
#[derive(Clone, Debug)]
pub struct Raw<M> {
    client: Client<M>,
}

impl<M> Raw<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/raw/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/raw/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `raw_`.
    pub fn raw_(&self) -> Raw<M> {
        Raw::new(self)
    }
}
