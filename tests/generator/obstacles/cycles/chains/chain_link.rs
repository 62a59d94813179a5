use crate::chains::{Chain, ChainEnd};

/// The API's `chain_link`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChainLink {
    /// `chains` in the API.
    pub chains: Vec<Chain>,
    /// `end` in the API.
    pub end: ChainEnd,
}
