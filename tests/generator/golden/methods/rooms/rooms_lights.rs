use crate::rooms::Room;
use crate::rooms::params::CreateRoomLight;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/rooms/{room}/lights`.
#[derive(Clone, Debug)]
pub struct RoomsLights<M = Async> {
    client: Client<M>,
}

impl<M> RoomsLights<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/rooms/{room}/lights`
    pub fn create(
        &self,
        room: impl Into<String>,
        params: CreateRoomLight,
    ) -> Call<Room, M> {
        Call::new(
            &self.client,
            Request::post("/v1/rooms/{room}/lights").id("room", room).params(params),
        )
    }

    /// `GET /v1/rooms/{room}/lights/{light}`
    pub fn retrieve(
        &self,
        room: impl Into<String>,
        light: impl Into<String>,
    ) -> Call<Room, M> {
        Call::new(
            &self.client,
            Request::get("/v1/rooms/{room}/lights/{light}")
                .id("room", room)
                .id("light", light),
        )
    }
}
