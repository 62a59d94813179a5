use crate::offices::{Office, Offices};
use crate::runtime::Call;
use crate::runtime::request::Request;

impl<M> Offices<M> {
    /// `GET /v1/offices/{office}`
    pub fn retrieve(&self, office: impl Into<String>) -> Call<Office, M> {
        Call::new(
            &self.client,
            Request::get("/v1/offices/{office}").id("office", office),
        )
    }
}
