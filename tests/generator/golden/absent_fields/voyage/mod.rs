//! Types and operations of `voyage`.

mod codec;
mod object;
mod voyages;

pub use self::object::{Voyage, VoyageState};
pub use self::voyages::Voyages;
