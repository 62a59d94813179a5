use crate::client::ClientRoom;
use crate::client::params::CreateClientRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/client_rooms`.
#[derive(Clone, Debug)]
pub struct ClientRooms<M> {
    client: Client<M>,
}

impl<M> ClientRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/client_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<ClientRoom, M> {
        Call::new(&self.client, Request::get("/v1/client_rooms/{id}").id("id", id))
    }

    /// `POST /v1/client_rooms`
    pub fn create(&self, params: CreateClientRoom) -> Call<ClientRoom, M> {
        Call::new(&self.client, Request::post("/v1/client_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `client_rooms`.
    pub fn client_rooms(&self) -> ClientRooms<M> {
        ClientRooms::new(self)
    }
}
