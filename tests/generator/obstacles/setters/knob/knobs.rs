use crate::knob::Knob;
use crate::knob::params::CreateKnob;
use crate::runtime::Call;
use crate::runtime::client::Client;
use crate::runtime::request::Request;

/// Operations on `/v1/knobs`.
#[derive(Clone, Debug)]
pub struct Knobs<M> {
    client: Client<M>,
}

impl<M> Knobs<M> {
    pub(crate) fn new(client: &Client<M>) -> Self {
        Self { client: client.clone() }
    }

    /// `POST /v1/knobs`
    pub fn create(&self, params: CreateKnob) -> Call<Knob, M> {
        Call::new(&self.client, Request::post("/v1/knobs").params(params))
    }
}

impl<M> Client<M> {
    /// Operations of `knobs`.
    pub fn knobs(&self) -> Knobs<M> {
        Knobs::new(self)
    }
}
