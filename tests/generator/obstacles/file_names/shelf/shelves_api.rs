use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::shelf::Shelves;

/// Operations on `/v1/shelves/{id}`.
#[derive(Clone, Debug)]
pub struct ShelvesApi<M> {
    client: Client<M>,
}

impl<M> ShelvesApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/shelves/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Shelves, M> {
        Call::new(&self.client, Request::get("/v1/shelves/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `shelves`.
    pub fn shelves(&self) -> ShelvesApi<M> {
        ShelvesApi::new(self)
    }
}
