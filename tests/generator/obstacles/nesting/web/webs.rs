use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::web::Web;
use crate::web::params::CreateWeb;

/// Operations on `/v1/webs`.
#[derive(Clone, Debug)]
pub struct Webs<M> {
    client: Client<M>,
}

impl<M> Webs<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/webs/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<Web, M> {
        Call::new(&self.client, Request::get("/v1/webs/{id}").id("id", id))
    }

    /// `POST /v1/webs`
    pub fn create(&self, params: CreateWeb) -> Call<Web, M> {
        Call::new(&self.client, Request::post("/v1/webs").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `webs`.
    pub fn webs(&self) -> Webs<M> {
        Webs::new(self)
    }
}
