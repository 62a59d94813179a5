use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::shelf::CodecObject;

/// Operations on `/v1/shelf_codecs/{id}`.
#[derive(Clone, Debug)]
pub struct ShelfCodecs<M> {
    client: Client<M>,
}

impl<M> ShelfCodecs<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/shelf_codecs/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<CodecObject, M> {
        Call::new(&self.client, Request::get("/v1/shelf_codecs/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `shelf_codecs`.
    pub fn shelf_codecs(&self) -> ShelfCodecs<M> {
        ShelfCodecs::new(self)
    }
}
