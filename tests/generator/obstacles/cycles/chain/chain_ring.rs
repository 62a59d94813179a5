use crate::chain::Chain;

/// The API's `chain_ring`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChainRing {
    /// `chain` in the API.
    pub chain: Option<Box<Chain>>,
}

impl ChainRing {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "ring";
}
