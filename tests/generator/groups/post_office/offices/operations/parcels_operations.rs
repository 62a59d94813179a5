use crate::offices::Offices;
use crate::parcels::Parcel;
use crate::runtime::{Call, List};
use crate::runtime::request::Request;

impl<M> Offices<M> {
    /// `GET /v1/offices/{office}/parcels`
    pub fn list_parcels(&self, office: impl Into<String>) -> Call<List<Parcel>, M> {
        Call::new(
            &self.client,
            Request::get("/v1/offices/{office}/parcels").id("office", office).list(),
        )
    }
}
