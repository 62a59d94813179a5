use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/with_context/{id}`.
#[derive(Clone, Debug)]
pub struct WithContext<M> {
    client: Client<M>,
}

impl<M> WithContext<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/with_context/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/with_context/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `with_context_`.
    pub fn with_context_(&self) -> WithContext<M> {
        WithContext::new(self)
    }
}
