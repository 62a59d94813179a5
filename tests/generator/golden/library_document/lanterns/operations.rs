use crate::lanterns::Lantern;
use crate::lanterns::params::CreateLantern;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/lanterns`.
#[derive(Clone, Debug)]
pub struct Lanterns<M = Async> {
    client: Client<M>,
}

impl<M> Lanterns<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Creates a lantern.
    ///
    /// `POST /v1/lanterns`
    pub fn create(&self, params: CreateLantern) -> Call<Lantern, M> {
        Call::new(&self.client, Request::post("/v1/lanterns").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `lanterns`.
    pub fn lanterns(&self) -> Lanterns<M> {
        Lanterns::new(self)
    }
}
