use crate::huts::Hut;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/huts`.
#[derive(Clone, Debug)]
pub struct Huts<M = Async> {
    client: Client<M>,
}

impl<M> Huts<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/huts`
    pub fn retrieve(&self) -> Call<Hut, M> {
        Call::new(&self.client, Request::get("/v1/huts"))
    }
}

impl<M> Client<M> {
    /// Operations of `huts`.
    pub fn huts(&self) -> Huts<M> {
        Huts::new(self)
    }
}
