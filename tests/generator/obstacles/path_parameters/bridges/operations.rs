use crate::bridges::{Bridge, BridgesRopes};
use crate::bridges::params::{DeleteBridge, NewBridge};
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/bridges/{bridge}`.
#[derive(Clone, Debug)]
pub struct Bridges<M = Async> {
    client: Client<M>,
}

impl<M> Bridges<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Operations of `ropes`.
    pub fn ropes(&self) -> BridgesRopes<M> {
        BridgesRopes::new(&self.client)
    }

    /// `DELETE /v1/bridges/{bridge}`
    pub fn delete(
        &self,
        bridge: impl Into<String>,
        params: DeleteBridge,
    ) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::delete("/v1/bridges/{bridge}").id("bridge", bridge).params(params),
        )
    }

    /// `POST /v1/bridges/{params}/new`
    pub fn new_bridge(
        &self,
        params_: impl Into<String>,
        params: NewBridge,
    ) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::post("/v1/bridges/{params}/new")
                .id("params", params_)
                .params(params),
        )
    }

    /// `POST /v1/bridges/{self}/clone`
    pub fn clone_bridge(&self, self_: impl Into<String>) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::post("/v1/bridges/{self}/clone").id("self", self_),
        )
    }

    /// `POST /v1/bridges/{type}/3ds`
    pub fn _3ds(&self, type_: impl Into<String>) -> Call<Bridge, M> {
        Call::new(
            &self.client,
            Request::post("/v1/bridges/{type}/3ds").id("type", type_),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `bridges`.
    pub fn bridges(&self) -> Bridges<M> {
        Bridges::new(self)
    }
}
