use std::collections::BTreeMap;

use crate::harbor::Harbor;
use crate::journal::Journal;
use crate::runtime::Unrecognized;

/// The API's `voyage`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Voyage {
    /// `id` in the API.
    pub id: String,
    /// `labels` in the API.
    pub labels: Vec<String>,
    /// `prices` in the API.
    pub prices: BTreeMap<String, i64>,
    /// `weights` in the API.
    pub weights: Option<Vec<i64>>,
    /// `state` in the API.
    pub state: VoyageState,
    /// `notes` in the API.
    pub notes: Journal,
    /// `address` in the API.
    pub address: Harbor,
    /// `sender` in the API.
    pub sender: Harbor,
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
