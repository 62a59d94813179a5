use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/self/{id}`.
#[derive(Clone, Debug)]
pub struct SelfApi<M> {
    client: Client<M>,
}

impl<M> SelfApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/self/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/self/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `self_`.
    pub fn self_(&self) -> SelfApi<M> {
        SelfApi::new(self)
    }
}
