use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::sign::Sign;
use crate::sign::params::CreateSign;

/// Operations on `/v1/signs`.
#[derive(Clone, Debug)]
pub struct Signs<M> {
    client: Client<M>,
}

impl<M> Signs<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/signs/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Sign, M> {
        Call::new(&self.client, Request::get("/v1/signs/{id}").id("id", id))
    }

    /// `POST /v1/signs`
    pub fn create(&self, params: CreateSign) -> Call<Sign, M> {
        Call::new(&self.client, Request::post("/v1/signs").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `signs`.
    pub fn signs(&self) -> Signs<M> {
        Signs::new(self)
    }
}
