use crate::gates::Gates;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/gates/{id}`.
#[derive(Clone, Debug)]
pub struct GatesApi<M> {
    client: Client<M>,
}

impl<M> GatesApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/gates/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Gates, M> {
        Call::new(&self.client, Request::get("/v1/gates/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `gates`.
    pub fn gates(&self) -> GatesApi<M> {
        GatesApi::new(self)
    }
}
