//! Types and operations of `chain`.

mod chain_end;
mod chain_hook;
mod chain_link;
mod chain_ring;
mod chains;
mod codec;
mod object;

pub use self::chain_end::ChainEnd;
pub use self::chain_hook::ChainHook;
pub use self::chain_link::ChainLink;
pub use self::chain_ring::ChainRing;
pub use self::chains::Chains;
pub use self::object::{Chain, ChainKind};
