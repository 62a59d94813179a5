use crate::core::CoreRoom;
use crate::core::params::CreateCoreRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/core_rooms`.
#[derive(Clone, Debug)]
pub struct CoreRooms<M> {
    client: Client<M>,
}

impl<M> CoreRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/core_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<CoreRoom, M> {
        Call::new(&self.client, Request::get("/v1/core_rooms/{id}").id("id", id))
    }

    /// `POST /v1/core_rooms`
    pub fn create(&self, params: CreateCoreRoom) -> Call<CoreRoom, M> {
        Call::new(&self.client, Request::post("/v1/core_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `core_rooms`.
    pub fn core_rooms(&self) -> CoreRooms<M> {
        CoreRooms::new(self)
    }
}
