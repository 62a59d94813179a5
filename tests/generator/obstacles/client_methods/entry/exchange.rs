use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/exchange/{id}`.
#[derive(Clone, Debug)]
pub struct Exchange<M> {
    client: Client<M>,
}

impl<M> Exchange<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/exchange/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/exchange/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `exchange_`.
    pub fn exchange_(&self) -> Exchange<M> {
        Exchange::new(self)
    }
}
