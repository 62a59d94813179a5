use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::super_::SuperRoom;
use crate::super_::params::CreateSuperRoom;

/// Operations on `/v1/super_rooms`.
#[derive(Clone, Debug)]
pub struct SuperRooms<M> {
    client: Client<M>,
}

impl<M> SuperRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/super_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<SuperRoom, M> {
        Call::new(&self.client, Request::get("/v1/super_rooms/{id}").id("id", id))
    }

    /// `POST /v1/super_rooms`
    pub fn create(&self, params: CreateSuperRoom) -> Call<SuperRoom, M> {
        Call::new(&self.client, Request::post("/v1/super_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `super_rooms`.
    pub fn super_rooms(&self) -> SuperRooms<M> {
        SuperRooms::new(self)
    }
}
