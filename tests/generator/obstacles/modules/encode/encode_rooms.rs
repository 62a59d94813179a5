use crate::encode::EncodeRoom;
use crate::encode::params::CreateEncodeRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/encode_rooms`.
#[derive(Clone, Debug)]
pub struct EncodeRooms<M> {
    client: Client<M>,
}

impl<M> EncodeRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/encode_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<EncodeRoom, M> {
        Call::new(&self.client, Request::get("/v1/encode_rooms/{id}").id("id", id))
    }

    /// `POST /v1/encode_rooms`
    pub fn create(&self, params: CreateEncodeRoom) -> Call<EncodeRoom, M> {
        Call::new(&self.client, Request::post("/v1/encode_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `encode_rooms`.
    pub fn encode_rooms(&self) -> EncodeRooms<M> {
        EncodeRooms::new(self)
    }
}
