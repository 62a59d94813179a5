use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;
use crate::voyages::Voyage;

/// Operations on `/v1/voyages/{id}`.
#[derive(Clone, Debug)]
pub struct Voyages<M = Async> {
    client: Client<M>,
}

impl<M> Voyages<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/voyages/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Voyage, M> {
        Call::new(&self.client, Request::get("/v1/voyages/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `voyages`.
    pub fn voyages(&self) -> Voyages<M> {
        Voyages::new(self)
    }
}
