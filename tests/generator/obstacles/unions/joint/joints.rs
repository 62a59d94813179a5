use crate::joint::Joint;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/joints/{id}`.
#[derive(Clone, Debug)]
pub struct Joints<M> {
    client: Client<M>,
}

impl<M> Joints<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/joints/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Joint, M> {
        Call::new(&self.client, Request::get("/v1/joints/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `joints`.
    pub fn joints(&self) -> Joints<M> {
        Joints::new(self)
    }
}
