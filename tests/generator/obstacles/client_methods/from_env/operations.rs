use crate::_3d::Entry;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/from_env/{id}`.
#[derive(Clone, Debug)]
pub struct FromEnv<M = Async> {
    client: Client<M>,
}

impl<M> FromEnv<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/from_env/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/from_env/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `from_env`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    pub fn from_env_(&self) -> FromEnv<M> {
        FromEnv::new(self)
    }
}
