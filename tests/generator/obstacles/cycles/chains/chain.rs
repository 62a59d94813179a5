use std::collections::BTreeMap;

use crate::chains::{ChainEnd, ChainLink, ChainRef};
use crate::runtime::{Expandable, Unrecognized};

/// The API's `chain`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Chain {
    /// `by_name` in the API.
    pub by_name: Option<BTreeMap<String, Chain>>,
    /// `id` in the API.
    pub id: String,
    /// `kind` in the API.
    pub kind: ChainKind,
    /// `links` in the API.
    pub links: Vec<ChainLink>,
    /// `next` in the API.
    pub next: Option<Box<Chain>>,
    /// `origin` in the API.
    pub origin: Option<Expandable<ChainRef>>,
    /// `other` in the API.
    pub other: Option<Box<ChainLink>>,
    /// `some_end` in the API.
    pub some_end: Option<ChainEnd>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ChainKind {
    /// `gold`
    Gold,
    /// `iron`
    Iron,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
