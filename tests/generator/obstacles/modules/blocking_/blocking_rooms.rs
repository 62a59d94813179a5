use crate::blocking_::BlockingRoom;
use crate::blocking_::params::CreateBlockingRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/blocking_rooms`.
#[derive(Clone, Debug)]
pub struct BlockingRooms<M> {
    client: Client<M>,
}

impl<M> BlockingRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/blocking_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<BlockingRoom, M> {
        Call::new(&self.client, Request::get("/v1/blocking_rooms/{id}").id("id", id))
    }

    /// `POST /v1/blocking_rooms`
    pub fn create(&self, params: CreateBlockingRoom) -> Call<BlockingRoom, M> {
        Call::new(&self.client, Request::post("/v1/blocking_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `blocking_rooms`.
    pub fn blocking_rooms(&self) -> BlockingRooms<M> {
        BlockingRooms::new(self)
    }
}
