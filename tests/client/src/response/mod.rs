//! Objects of the API built from the document's schemas, and the expected results of
//! reading them.
//!
//! Nothing here uses the generator's view of the document: otherwise its mistakes would
//! be expected too.

pub mod differences;
pub mod entrances;
pub mod expected;
pub mod outline;
pub mod place;
pub mod reader;
pub mod roots;
pub mod sample;
pub mod schema;
pub mod variants;
