use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/fmt/{id}`.
#[derive(Clone, Debug)]
pub struct Fmt<M> {
    client: Client<M>,
}

impl<M> Fmt<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/fmt/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/fmt/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `fmt`.
    pub fn fmt(&self) -> Fmt<M> {
        Fmt::new(self)
    }
}
