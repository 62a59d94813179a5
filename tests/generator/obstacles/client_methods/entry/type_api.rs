use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/type/{id}`.
#[derive(Clone, Debug)]
pub struct TypeApi<M> {
    client: Client<M>,
}

impl<M> TypeApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/type/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/type/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `type_`.
    pub fn type_(&self) -> TypeApi<M> {
        TypeApi::new(self)
    }
}
