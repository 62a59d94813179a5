use crate::macro_::MacroRoom;
use crate::macro_::params::CreateMacroRoom;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/macro_rooms`.
#[derive(Clone, Debug)]
pub struct MacroRooms<M> {
    client: Client<M>,
}

impl<M> MacroRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/macro_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<MacroRoom, M> {
        Call::new(&self.client, Request::get("/v1/macro_rooms/{id}").id("id", id))
    }

    /// `POST /v1/macro_rooms`
    pub fn create(&self, params: CreateMacroRoom) -> Call<MacroRoom, M> {
        Call::new(&self.client, Request::post("/v1/macro_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `macro_rooms`.
    pub fn macro_rooms(&self) -> MacroRooms<M> {
        MacroRooms::new(self)
    }
}
