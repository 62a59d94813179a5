use crate::crate_::CrateRoom;
use crate::crate_::params::CreateCrateRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/crate_rooms`.
#[derive(Clone, Debug)]
pub struct CrateRooms<M> {
    client: Client<M>,
}

impl<M> CrateRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/crate_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<CrateRoom, M> {
        Call::new(&self.client, Request::get("/v1/crate_rooms/{id}").id("id", id))
    }

    /// `POST /v1/crate_rooms`
    pub fn create(&self, params: CreateCrateRoom) -> Call<CrateRoom, M> {
        Call::new(&self.client, Request::post("/v1/crate_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `crate_rooms`.
    pub fn crate_rooms(&self) -> CrateRooms<M> {
        CrateRooms::new(self)
    }
}
