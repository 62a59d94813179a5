use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/clients/{id}`.
#[derive(Clone, Debug)]
pub struct Clients<M> {
    client: Client<M>,
}

impl<M> Clients<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/clients/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/clients/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `clients`.
    pub fn clients(&self) -> Clients<M> {
        Clients::new(self)
    }
}
