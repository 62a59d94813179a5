use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::std::StdRoom;
use crate::std::params::CreateStdRoom;

/// Operations on `/v1/std_rooms`.
#[derive(Clone, Debug)]
pub struct StdRooms<M> {
    client: Client<M>,
}

impl<M> StdRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/std_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<StdRoom, M> {
        Call::new(&self.client, Request::get("/v1/std_rooms/{id}").id("id", id))
    }

    /// `POST /v1/std_rooms`
    pub fn create(&self, params: CreateStdRoom) -> Call<StdRoom, M> {
        Call::new(&self.client, Request::post("/v1/std_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `std_rooms`.
    pub fn std_rooms(&self) -> StdRooms<M> {
        StdRooms::new(self)
    }
}
