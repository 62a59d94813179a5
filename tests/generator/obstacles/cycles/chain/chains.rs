use crate::chain::Chain;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/chains/{id}`.
#[derive(Clone, Debug)]
pub struct Chains<M> {
    client: Client<M>,
}

impl<M> Chains<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/chains/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Chain, M> {
        Call::new(&self.client, Request::get("/v1/chains/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `chains`.
    pub fn chains(&self) -> Chains<M> {
        Chains::new(self)
    }
}
