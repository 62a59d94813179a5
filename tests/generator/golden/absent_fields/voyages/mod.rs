//! Types and operations of `voyages`.

mod codec;
mod operations;
mod voyage;
mod voyage_harbor;
mod voyage_notes;

pub use self::operations::Voyages;
pub use self::voyage::{Voyage, VoyageState};
pub use self::voyage_harbor::VoyageHarbor;
pub use self::voyage_notes::VoyageNotes;
