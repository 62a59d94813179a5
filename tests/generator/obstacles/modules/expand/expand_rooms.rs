use crate::expand::ExpandRoom;
use crate::expand::params::CreateExpandRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/expand_rooms`.
#[derive(Clone, Debug)]
pub struct ExpandRooms<M> {
    client: Client<M>,
}

impl<M> ExpandRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/expand_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<ExpandRoom, M> {
        Call::new(&self.client, Request::get("/v1/expand_rooms/{id}").id("id", id))
    }

    /// `POST /v1/expand_rooms`
    pub fn create(&self, params: CreateExpandRoom) -> Call<ExpandRoom, M> {
        Call::new(&self.client, Request::post("/v1/expand_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `expand_rooms`.
    pub fn expand_rooms(&self) -> ExpandRooms<M> {
        ExpandRooms::new(self)
    }
}
