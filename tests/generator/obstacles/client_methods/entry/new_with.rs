use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/new_with/{id}`.
#[derive(Clone, Debug)]
pub struct NewWith<M> {
    client: Client<M>,
}

impl<M> NewWith<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/new_with/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/new_with/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `new_with_`.
    pub fn new_with_(&self) -> NewWith<M> {
        NewWith::new(self)
    }
}
