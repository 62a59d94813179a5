use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::shelf::Shelf;

/// Operations on `/v1/payload_shelfs/{id}`.
#[derive(Clone, Debug)]
pub struct PayloadShelfs<M> {
    client: Client<M>,
}

impl<M> PayloadShelfs<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/payload_shelfs/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Shelf, M> {
        Call::new(&self.client, Request::get("/v1/payload_shelfs/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `payload_shelfs`.
    pub fn payload_shelfs(&self) -> PayloadShelfs<M> {
        PayloadShelfs::new(self)
    }
}
