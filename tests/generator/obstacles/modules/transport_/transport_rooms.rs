use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::transport_::TransportRoom;
use crate::transport_::params::CreateTransportRoom;

/// Operations on `/v1/transport_rooms`.
#[derive(Clone, Debug)]
pub struct TransportRooms<M> {
    client: Client<M>,
}

impl<M> TransportRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/transport_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<TransportRoom, M> {
        Call::new(&self.client, Request::get("/v1/transport_rooms/{id}").id("id", id))
    }

    /// `POST /v1/transport_rooms`
    pub fn create(&self, params: CreateTransportRoom) -> Call<TransportRoom, M> {
        Call::new(&self.client, Request::post("/v1/transport_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `transport_rooms`.
    pub fn transport_rooms(&self) -> TransportRooms<M> {
        TransportRooms::new(self)
    }
}
