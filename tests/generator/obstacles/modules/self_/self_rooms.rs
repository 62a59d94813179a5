use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::self_::SelfRoom;
use crate::self_::params::CreateSelfRoom;

/// Operations on `/v1/self_rooms`.
#[derive(Clone, Debug)]
pub struct SelfRooms<M> {
    client: Client<M>,
}

impl<M> SelfRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/self_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<SelfRoom, M> {
        Call::new(&self.client, Request::get("/v1/self_rooms/{id}").id("id", id))
    }

    /// `POST /v1/self_rooms`
    pub fn create(&self, params: CreateSelfRoom) -> Call<SelfRoom, M> {
        Call::new(&self.client, Request::post("/v1/self_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `self_rooms`.
    pub fn self_rooms(&self) -> SelfRooms<M> {
        SelfRooms::new(self)
    }
}
