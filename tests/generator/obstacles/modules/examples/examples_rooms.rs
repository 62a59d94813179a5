use crate::examples::ExamplesRoom;
use crate::examples::params::CreateExamplesRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/examples_rooms`.
#[derive(Clone, Debug)]
pub struct ExamplesRooms<M> {
    client: Client<M>,
}

impl<M> ExamplesRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/examples_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<ExamplesRoom, M> {
        Call::new(&self.client, Request::get("/v1/examples_rooms/{id}").id("id", id))
    }

    /// `POST /v1/examples_rooms`
    pub fn create(&self, params: CreateExamplesRoom) -> Call<ExamplesRoom, M> {
        Call::new(&self.client, Request::post("/v1/examples_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `examples_rooms`.
    pub fn examples_rooms(&self) -> ExamplesRooms<M> {
        ExamplesRooms::new(self)
    }
}
