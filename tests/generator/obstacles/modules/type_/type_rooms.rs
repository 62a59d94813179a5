use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::type_::TypeRoom;
use crate::type_::params::CreateTypeRoom;

/// Operations on `/v1/type_rooms`.
#[derive(Clone, Debug)]
pub struct TypeRooms<M> {
    client: Client<M>,
}

impl<M> TypeRooms<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/type_rooms/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<TypeRoom, M> {
        Call::new(&self.client, Request::get("/v1/type_rooms/{id}").id("id", id))
    }

    /// `POST /v1/type_rooms`
    pub fn create(&self, params: CreateTypeRoom) -> Call<TypeRoom, M> {
        Call::new(&self.client, Request::post("/v1/type_rooms").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `type_rooms`.
    pub fn type_rooms(&self) -> TypeRooms<M> {
        TypeRooms::new(self)
    }
}
