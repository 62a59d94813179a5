use crate::entry::Entry;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/3d/{id}`.
#[derive(Clone, Debug)]
pub struct V3dApi<M> {
    client: Client<M>,
}

impl<M> V3dApi<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/3d/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Entry, M> {
        Call::new(&self.client, Request::get("/v1/3d/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `_3d`.
    pub fn _3d(&self) -> V3dApi<M> {
        V3dApi::new(self)
    }
}
