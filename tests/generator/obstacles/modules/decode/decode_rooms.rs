use crate::decode::DecodeRoom;
use crate::decode::params::CreateDecodeRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/decode_rooms`.
#[derive(Clone, Debug)]
pub struct DecodeRooms<M> {
    client: Client<M>,
}

impl<M> DecodeRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/decode_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<DecodeRoom, M> {
        Call::new(&self.client, Request::get("/v1/decode_rooms/{id}").id("id", id))
    }

    /// `POST /v1/decode_rooms`
    pub fn create(&self, params: CreateDecodeRoom) -> Call<DecodeRoom, M> {
        Call::new(&self.client, Request::post("/v1/decode_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `decode_rooms`.
    pub fn decode_rooms(&self) -> DecodeRooms<M> {
        DecodeRooms::new(self)
    }
}
