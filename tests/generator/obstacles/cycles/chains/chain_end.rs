use crate::chains::{ChainEndHook, ChainEndRing};
use crate::runtime::RawObject;

/// The object in `chain_end`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChainEnd {
    /// A `hook`.
    ChainEndHook(Box<ChainEndHook>),
    /// A `ring`.
    ChainEndRing(Box<ChainEndRing>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
