use crate::oddity::Oddity;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/odditys/{id}`.
#[derive(Clone, Debug)]
pub struct Odditys<M> {
    client: Client<M>,
}

impl<M> Odditys<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/odditys/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Oddity, M> {
        Call::new(&self.client, Request::get("/v1/odditys/{id}").id("id", id))
    }
}

impl<M> Client<M> {
    /// Operations of `odditys`.
    pub fn odditys(&self) -> Odditys<M> {
        Odditys::new(self)
    }
}
