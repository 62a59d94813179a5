use crate::oddity::Oddity;
use crate::oddity::params::CreateOddity;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/oddities`.
#[derive(Clone, Debug)]
pub struct Oddities<M> {
    client: Client<M>,
}

impl<M> Oddities<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/oddities`
    pub fn create(&self, params: CreateOddity) -> Call<Oddity, M> {
        Call::new(&self.client, Request::post("/v1/oddities").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `oddities`.
    pub fn oddities(&self) -> Oddities<M> {
        Oddities::new(self)
    }
}
