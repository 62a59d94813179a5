use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::tree::Tree;

/// Operations on `/v1/trees/{id}`.
#[derive(Clone, Debug)]
pub struct Trees<M> {
    client: Client<M>,
}

impl<M> Trees<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/trees/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Tree, M> {
        Call::new(&self.client, Request::get("/v1/trees/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `trees`.
    pub fn trees(&self) -> Trees<M> {
        Trees::new(self)
    }
}
