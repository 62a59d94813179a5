use crate::centipedes::Centipede;
use crate::centipedes::params::CreateCentipede;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/centipedes`.
#[derive(Clone, Debug)]
pub struct Centipedes<M = Async> {
    client: Client<M>,
}

impl<M> Centipedes<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/centipedes`
    pub fn create(&self, params: CreateCentipede) -> Call<Centipede, M> {
        Call::new(&self.client, Request::post("/v1/centipedes").params(params))
    }

    /// `GET /v1/centipedes/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Centipede, M> {
        Call::new(&self.client, Request::get("/v1/centipedes/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `centipedes`.
    pub fn centipedes(&self) -> Centipedes<M> {
        Centipedes::new(self)
    }
}
