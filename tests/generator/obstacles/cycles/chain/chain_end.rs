use crate::chain::{ChainHook, ChainRing};
use crate::runtime::RawObject;

/// The object in `chain_end`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChainEnd {
    /// A `hook`.
    ChainHook(Box<ChainHook>),
    /// A `ring`.
    ChainRing(Box<ChainRing>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
