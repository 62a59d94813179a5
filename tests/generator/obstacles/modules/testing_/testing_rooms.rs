use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::testing_::TestingRoom;
use crate::testing_::params::CreateTestingRoom;

/// Operations on `/v1/testing_rooms`.
#[derive(Clone, Debug)]
pub struct TestingRooms<M> {
    client: Client<M>,
}

impl<M> TestingRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/testing_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<TestingRoom, M> {
        Call::new(&self.client, Request::get("/v1/testing_rooms/{id}").id("id", id))
    }

    /// `POST /v1/testing_rooms`
    pub fn create(&self, params: CreateTestingRoom) -> Call<TestingRoom, M> {
        Call::new(&self.client, Request::post("/v1/testing_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `testing_rooms`.
    pub fn testing_rooms(&self) -> TestingRooms<M> {
        TestingRooms::new(self)
    }
}
