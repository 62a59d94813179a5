use crate::bridges::Bridge;
use crate::bridges::params::{DeleteBridgeRope, RetrieveBridge};
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/bridges/{bridge}/ropes/{id}`.
#[derive(Clone, Debug)]
pub struct BridgesRopes<M = Async> {
    client: Client<M>,
}

impl<M> BridgesRopes<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `DELETE /v1/bridges/{bridge}/ropes/{id}`
    pub fn delete(
        &self,
        bridge: impl Into<String>,
        id: impl Into<String>,
        params: DeleteBridgeRope,
    ) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::delete("/v1/bridges/{bridge}/ropes/{id}")
                .id("bridge", bridge)
                .id("id", id)
                .params(params),
        )
    }

    /// `GET /v1/bridges/{bridge}/ropes/{id}`
    pub fn retrieve(
        &self,
        bridge: impl Into<String>,
        id: impl Into<String>,
        params: RetrieveBridge,
    ) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::get("/v1/bridges/{bridge}/ropes/{id}")
                .id("bridge", bridge)
                .id("id", id)
                .params(params),
        )
    }
}
