use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/with_account/{id}`.
#[derive(Clone, Debug)]
pub struct WithAccount<M> {
    client: Client<M>,
}

impl<M> WithAccount<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/with_account/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/with_account/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `with_account_`.
    pub fn with_account_(&self) -> WithAccount<M> {
        WithAccount::new(self)
    }
}
