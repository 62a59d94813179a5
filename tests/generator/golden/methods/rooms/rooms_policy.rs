use crate::rooms::Room;
use crate::rooms::params::UpdateRoom;
use crate::runtime::Call;
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/rooms/policy`.
#[derive(Clone, Debug)]
pub struct RoomsPolicy<M = Async> {
    client: Client<M>,
}

impl<M> RoomsPolicy<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/rooms/policy`
    pub fn retrieve(&self) -> Call<Room, M> {
        Call::new(&self.client, Request::get("/v1/rooms/policy"))
    }

    /// `POST /v1/rooms/policy`
    pub fn update(&self, params: UpdateRoom) -> Call<Room, M> {
        Call::new(&self.client, Request::post("/v1/rooms/policy").params(params))
    }
}
