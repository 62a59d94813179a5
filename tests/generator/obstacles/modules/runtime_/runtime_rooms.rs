use crate::runtime_::RuntimeRoom;
use crate::runtime_::params::CreateRuntimeRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/runtime_rooms`.
#[derive(Clone, Debug)]
pub struct RuntimeRooms<M> {
    client: Client<M>,
}

impl<M> RuntimeRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/runtime_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<RuntimeRoom, M> {
        Call::new(&self.client, Request::get("/v1/runtime_rooms/{id}").id("id", id))
    }

    /// `POST /v1/runtime_rooms`
    pub fn create(&self, params: CreateRuntimeRoom) -> Call<RuntimeRoom, M> {
        Call::new(&self.client, Request::post("/v1/runtime_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `runtime_rooms`.
    pub fn runtime_rooms(&self) -> RuntimeRooms<M> {
        RuntimeRooms::new(self)
    }
}
