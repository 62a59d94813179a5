use crate::bin_::BinRoom;
use crate::bin_::params::CreateBinRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/bin_rooms`.
#[derive(Clone, Debug)]
pub struct BinRooms<M> {
    client: Client<M>,
}

impl<M> BinRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/bin_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<BinRoom, M> {
        Call::new(&self.client, Request::get("/v1/bin_rooms/{id}").id("id", id))
    }

    /// `POST /v1/bin_rooms`
    pub fn create(&self, params: CreateBinRoom) -> Call<BinRoom, M> {
        Call::new(&self.client, Request::post("/v1/bin_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `bin_rooms`.
    pub fn bin_rooms(&self) -> BinRooms<M> {
        BinRooms::new(self)
    }
}
