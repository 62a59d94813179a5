use crate::chains::ChainEnd;

/// The API's `chain_hook`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChainEndHook {
    /// `end` in the API.
    pub end: ChainEnd,
}

impl ChainEndHook {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "hook";
}
