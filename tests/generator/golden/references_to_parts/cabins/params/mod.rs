//! Parameters of the operations in [`cabins`](super).

mod codec;
mod retrieve_cabin;
mod update_cabin;

pub use self::retrieve_cabin::RetrieveCabin;
pub use self::update_cabin::UpdateCabin;
