use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::serde::SerdeRoom;
use crate::serde::params::CreateSerdeRoom;

/// Operations on `/v1/serde_rooms`.
#[derive(Clone, Debug)]
pub struct SerdeRooms<M> {
    client: Client<M>,
}

impl<M> SerdeRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/serde_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<SerdeRoom, M> {
        Call::new(&self.client, Request::get("/v1/serde_rooms/{id}").id("id", id))
    }

    /// `POST /v1/serde_rooms`
    pub fn create(&self, params: CreateSerdeRoom) -> Call<SerdeRoom, M> {
        Call::new(&self.client, Request::post("/v1/serde_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `serde_rooms`.
    pub fn serde_rooms(&self) -> SerdeRooms<M> {
        SerdeRooms::new(self)
    }
}
