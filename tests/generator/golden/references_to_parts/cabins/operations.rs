use crate::cabins::Cabin;
use crate::cabins::params::{RetrieveCabin, UpdateCabin};
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/cabins/{cabin}`.
#[derive(Clone, Debug)]
pub struct Cabins<M = Async> {
    client: Client<M>,
}

impl<M> Cabins<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/cabins/{cabin}`
    pub fn retrieve(
        &self,
        cabin: impl Into<String>,
        params: RetrieveCabin,
    ) -> Call<Cabin, M> {
        Call::new(
            &self.client,
            Request::get("/v1/cabins/{cabin}").id("cabin", cabin).params(params),
        )
    }

    /// `POST /v1/cabins/{cabin}`
    pub fn update(
        &self,
        cabin: impl Into<String>,
        params: UpdateCabin,
    ) -> Call<Cabin, M> {
        Call::new(
            &self.client,
            Request::post("/v1/cabins/{cabin}").id("cabin", cabin).params(params),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `cabins`.
    pub fn cabins(&self) -> Cabins<M> {
        Cabins::new(self)
    }
}
