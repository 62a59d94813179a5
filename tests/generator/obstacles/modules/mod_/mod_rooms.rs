use crate::mod_::ModRoom;
use crate::mod_::params::CreateModRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/mod_rooms`.
#[derive(Clone, Debug)]
pub struct ModRooms<M> {
    client: Client<M>,
}

impl<M> ModRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/mod_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<ModRoom, M> {
        Call::new(&self.client, Request::get("/v1/mod_rooms/{id}").id("id", id))
    }

    /// `POST /v1/mod_rooms`
    pub fn create(&self, params: CreateModRoom) -> Call<ModRoom, M> {
        Call::new(&self.client, Request::post("/v1/mod_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `mod_rooms`.
    pub fn mod_rooms(&self) -> ModRooms<M> {
        ModRooms::new(self)
    }
}
