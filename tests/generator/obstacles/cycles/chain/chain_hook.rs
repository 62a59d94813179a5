use crate::chain::ChainEnd;

/// The API's `chain_hook`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChainHook {
    /// `end` in the API.
    pub end: ChainEnd,
}

impl ChainHook {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "hook";
}
