use crate::rooms::{Room, RoomsLights, RoomsPolicy};
use crate::rooms::params::{CreateRoom, RoomUpdateRoom};
use crate::runtime::{Call, List};
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/rooms`.
#[derive(Clone, Debug)]
pub struct Rooms<M = Async> {
    client: Client<M>,
}

impl<M> Rooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// Operations of `policy`.
    pub fn policy(&self) -> RoomsPolicy<M> {
        RoomsPolicy::new(&self.client)
    }

    /// Operations of `lights`.
    pub fn lights(&self) -> RoomsLights<M> {
        RoomsLights::new(&self.client)
    }

    /// `GET /v1/rooms`
    pub fn list(&self) -> Call<List<Room>, M> {
        Call::new(&self.client, Request::get("/v1/rooms").list())
    }

    /// `POST /v1/rooms`
    pub fn create(&self, params: CreateRoom) -> Call<Room, M> {
        Call::new(&self.client, Request::post("/v1/rooms").params(params))
    }

    /// `DELETE /v1/rooms/{room}`
    pub fn delete(&self, room: impl Into<String>) -> Call<Room, M> {
        Call::new(&self.client, Request::delete("/v1/rooms/{room}").id("room", room))
    }

    /// `GET /v1/rooms/{room}`
    pub fn retrieve(&self, room: impl Into<String>) -> Call<Room, M> {
        Call::new(&self.client, Request::get("/v1/rooms/{room}").id("room", room))
    }

    /// `POST /v1/rooms/{room}`
    pub fn update(
        &self,
        room: impl Into<String>,
        params: RoomUpdateRoom,
    ) -> Call<Room, M> {
        Call::new(
            &self.client,
            Request::post("/v1/rooms/{room}").id("room", room).params(params),
        )
    }

    /// `POST /v1/rooms/{room}/close`
    pub fn close(&self, room: impl Into<String>) -> Call<Room, M> {
        Call::new(&self.client, Request::post("/v1/rooms/{room}/close").id("room", room))
    }

    /// `GET /v1/rooms/{room}/guests`
    pub fn list_guests(&self, room: impl Into<String>) -> Call<List<Room>, M> {
        Call::new(
            &self.client,
            Request::get("/v1/rooms/{room}/guests").id("room", room).list(),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `rooms`.
    pub fn rooms(&self) -> Rooms<M> {
        Rooms::new(self)
    }
}
