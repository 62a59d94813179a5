use crate::params_::ParamsRoom;
use crate::params_::params::CreateParamsRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/params_rooms`.
#[derive(Clone, Debug)]
pub struct ParamsRooms<M> {
    client: Client<M>,
}

impl<M> ParamsRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/params_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<ParamsRoom, M> {
        Call::new(&self.client, Request::get("/v1/params_rooms/{id}").id("id", id))
    }

    /// `POST /v1/params_rooms`
    pub fn create(&self, params: CreateParamsRoom) -> Call<ParamsRoom, M> {
        Call::new(&self.client, Request::post("/v1/params_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `params_rooms`.
    pub fn params_rooms(&self) -> ParamsRooms<M> {
        ParamsRooms::new(self)
    }
}
