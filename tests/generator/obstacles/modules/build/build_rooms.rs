use crate::build::BuildRoom;
use crate::build::params::CreateBuildRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/build_rooms`.
#[derive(Clone, Debug)]
pub struct BuildRooms<M> {
    client: Client<M>,
}

impl<M> BuildRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/build_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<BuildRoom, M> {
        Call::new(&self.client, Request::get("/v1/build_rooms/{id}").id("id", id))
    }

    /// `POST /v1/build_rooms`
    pub fn create(&self, params: CreateBuildRoom) -> Call<BuildRoom, M> {
        Call::new(&self.client, Request::post("/v1/build_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `build_rooms`.
    pub fn build_rooms(&self) -> BuildRooms<M> {
        BuildRooms::new(self)
    }
}
