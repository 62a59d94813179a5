use crate::lib_::LibRoom;
use crate::lib_::params::CreateLibRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/lib_rooms`.
#[derive(Clone, Debug)]
pub struct LibRooms<M> {
    client: Client<M>,
}

impl<M> LibRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/lib_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<LibRoom, M> {
        Call::new(&self.client, Request::get("/v1/lib_rooms/{id}").id("id", id))
    }

    /// `POST /v1/lib_rooms`
    pub fn create(&self, params: CreateLibRoom) -> Call<LibRoom, M> {
        Call::new(&self.client, Request::post("/v1/lib_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `lib_rooms`.
    pub fn lib_rooms(&self) -> LibRooms<M> {
        LibRooms::new(self)
    }
}
