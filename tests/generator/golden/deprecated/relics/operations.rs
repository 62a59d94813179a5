use crate::relics::Relic;
use crate::relics::params::CreateRelic;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/relics`.
#[derive(Clone, Debug)]
pub struct Relics<M = Async> {
    client: Client<M>,
}

impl<M> Relics<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/relics`
    pub fn create(&self, params: CreateRelic) -> Call<Relic, M> {
        Call::new(&self.client, Request::post("/v1/relics").params(params))
    }

    /// `GET /v1/relics/{id}`
    #[deprecated]
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Relic, M> {
        Call::new(&self.client, Request::get("/v1/relics/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `relics`.
    pub fn relics(&self) -> Relics<M> {
        Relics::new(self)
    }
}
