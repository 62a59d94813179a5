use crate::runtime::{Call, List};
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;
use crate::stories::Story;
use crate::stories::params::ListStories;

/// Operations on `/v1/stories`.
#[derive(Clone, Debug)]
pub struct Stories<M = Async> {
    client: Client<M>,
}

impl<M> Stories<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/stories`
    pub fn list(&self, params: ListStories) -> Call<List<Story>, M> {
        Call::new(&self.client, Request::get("/v1/stories").params(params).list())
    }
}

impl<M> Client<M> {
    /// Operations of `stories`.
    pub fn stories(&self) -> Stories<M> {
        Stories::new(self)
    }
}
