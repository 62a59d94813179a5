use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;
use crate::zoo::TypeZoo;
use crate::zoo::params::CreateTypeZoo;

/// Operations on `/v1/type_zoos`.
#[derive(Clone, Debug)]
pub struct TypeZoos<M> {
    client: Client<M>,
}

impl<M> TypeZoos<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `GET /v1/type_zoos/{id}`
    pub fn retrieve(&self, id: impl Into<String>) -> Call<TypeZoo, M> {
        Call::new(&self.client, Request::get("/v1/type_zoos/{id}").id("id", id))
    }

    /// `POST /v1/type_zoos`
    pub fn create(&self, params: CreateTypeZoo) -> Call<TypeZoo, M> {
        Call::new(&self.client, Request::post("/v1/type_zoos").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `type_zoos`.
    pub fn type_zoos(&self) -> TypeZoos<M> {
        TypeZoos::new(self)
    }
}
