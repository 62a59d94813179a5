use std::collections::BTreeMap;

use crate::runtime::Unrecognized;
use crate::voyages::{VoyageHarbor, VoyageNotes};

/// The API's `voyage`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Voyage {
    /// `address` in the API.
    pub address: VoyageHarbor,
    /// `id` in the API.
    pub id: String,
    /// `labels` in the API.
    pub labels: Vec<String>,
    /// `notes` in the API.
    pub notes: VoyageNotes,
    /// `prices` in the API.
    pub prices: BTreeMap<String, i64>,
    /// `sender` in the API.
    pub sender: VoyageHarbor,
    /// `state` in the API.
    pub state: VoyageState,
    /// `weights` in the API.
    pub weights: Option<Vec<i64>>,
}

/// Values of `state`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum VoyageState {
    /// `sent`
    Sent,
    /// `delivered`
    Delivered,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
