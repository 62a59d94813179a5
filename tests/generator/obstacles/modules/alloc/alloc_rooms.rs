use crate::alloc::AllocRoom;
use crate::alloc::params::CreateAllocRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/alloc_rooms`.
#[derive(Clone, Debug)]
pub struct AllocRooms<M> {
    client: Client<M>,
}

impl<M> AllocRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/alloc_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<AllocRoom, M> {
        Call::new(&self.client, Request::get("/v1/alloc_rooms/{id}").id("id", id))
    }

    /// `POST /v1/alloc_rooms`
    pub fn create(&self, params: CreateAllocRoom) -> Call<AllocRoom, M> {
        Call::new(&self.client, Request::post("/v1/alloc_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `alloc_rooms`.
    pub fn alloc_rooms(&self) -> AllocRooms<M> {
        AllocRooms::new(self)
    }
}
