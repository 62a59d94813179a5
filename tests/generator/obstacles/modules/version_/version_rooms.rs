use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::version_::VersionRoom;
use crate::version_::params::CreateVersionRoom;

/// Operations on `/v1/version_rooms`.
#[derive(Clone, Debug)]
pub struct VersionRooms<M> {
    client: Client<M>,
}

impl<M> VersionRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/version_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<VersionRoom, M> {
        Call::new(&self.client, Request::get("/v1/version_rooms/{id}").id("id", id))
    }

    /// `POST /v1/version_rooms`
    pub fn create(&self, params: CreateVersionRoom) -> Call<VersionRoom, M> {
        Call::new(&self.client, Request::post("/v1/version_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `version_rooms`.
    pub fn version_rooms(&self) -> VersionRooms<M> {
        VersionRooms::new(self)
    }
}
