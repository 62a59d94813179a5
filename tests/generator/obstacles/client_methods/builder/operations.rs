use crate::_3d::Entry;
use crate::builder::BuilderClone;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/builder/{id}`.
#[derive(Clone, Debug)]
pub struct Builder<M = Async> {
    client: Client<M>,
}

impl<M> Builder<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Operations of `clone`.
    pub fn clone_(&self) -> BuilderClone<M> {
        BuilderClone::new(&self.client)
    }

    /// `GET /v1/builder/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/builder/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `builder`.
    pub fn builder_(&self) -> Builder<M> {
        Builder::new(self)
    }
}
