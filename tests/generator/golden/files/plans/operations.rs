use crate::plans::Plan;
use crate::plans::params::CreatePlan;
use crate::runtime::{Bytes, Call};
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;

/// Operations on `/v1/plans`.
#[derive(Clone, Debug)]
pub struct Plans<M = Async> {
    client: Client<M>,
}

impl<M> Plans<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/plans`
    pub fn create(&self, params: CreatePlan) -> Call<Plan, M> {
        Call::new(
            &self.client,
            Request::post("/v1/plans")
                .host("plans.huts.example")
                .params(params)
                .multipart(),
        )
    }

    /// `GET /v1/plans/{plan}`
    pub fn retrieve(&self, plan: impl Into<String>) -> Call<Plan, M> {
        Call::new(&self.client, Request::get("/v1/plans/{plan}").id("plan", plan))
    }

    /// `GET /v1/plans/{plan}/pdf`
    pub fn retrieve_pdf(&self, plan: impl Into<String>) -> Call<Bytes, M> {
        Call::download(
            &self.client,
            Request::get("/v1/plans/{plan}/pdf")
                .host("plans.huts.example")
                .id("plan", plan),
        )
    }
}

impl<M> Client<M> {
    /// Operations of `plans`.
    pub fn plans(&self) -> Plans<M> {
        Plans::new(self)
    }
}
