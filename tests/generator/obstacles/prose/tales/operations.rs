use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;
use crate::tales::Tale;

/// Operations on `/v1/tales/{id}`.
#[derive(Clone, Debug)]
pub struct Tales<M = Async> {
    client: Client<M>,
}

impl<M> Tales<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Reads a tale. See [the list](https://docs.stripe.com/tales), \[tales\] and [this](https://example.com).
    ///
    /// `GET /v1/tales/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Tale, M> {
        Call::new(&self.client, Request::get("/v1/tales/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `tales`.
    pub fn tales(&self) -> Tales<M> {
        Tales::new(self)
    }
}
