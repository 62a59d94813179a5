use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/pages/{id}`.
#[derive(Clone, Debug)]
pub struct Pages<M> {
    client: Client<M>,
}

impl<M> Pages<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/pages/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/pages/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `pages_`.
    pub fn pages_(&self) -> Pages<M> {
        Pages::new(self)
    }
}
