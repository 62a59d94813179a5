use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::tests::TestsRoom;
use crate::tests::params::CreateTestsRoom;

/// Operations on `/v1/tests_rooms`.
#[derive(Clone, Debug)]
pub struct TestsRooms<M> {
    client: Client<M>,
}

impl<M> TestsRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/tests_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<TestsRoom, M> {
        Call::new(&self.client, Request::get("/v1/tests_rooms/{id}").id("id", id))
    }

    /// `POST /v1/tests_rooms`
    pub fn create(&self, params: CreateTestsRoom) -> Call<TestsRoom, M> {
        Call::new(&self.client, Request::post("/v1/tests_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `tests_rooms`.
    pub fn tests_rooms(&self) -> TestsRooms<M> {
        TestsRooms::new(self)
    }
}
