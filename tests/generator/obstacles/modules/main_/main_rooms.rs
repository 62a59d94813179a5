use crate::main_::MainRoom;
use crate::main_::params::CreateMainRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/main_rooms`.
#[derive(Clone, Debug)]
pub struct MainRooms<M> {
    client: Client<M>,
}

impl<M> MainRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/main_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<MainRoom, M> {
        Call::new(&self.client, Request::get("/v1/main_rooms/{id}").id("id", id))
    }

    /// `POST /v1/main_rooms`
    pub fn create(&self, params: CreateMainRoom) -> Call<MainRoom, M> {
        Call::new(&self.client, Request::post("/v1/main_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `main_rooms`.
    pub fn main_rooms(&self) -> MainRooms<M> {
        MainRooms::new(self)
    }
}
