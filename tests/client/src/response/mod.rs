//! Objects of the API made from the document's schemas, and what reading them must give.
//!
//! Nothing here looks at how the generator understands the document: a mistake of it would
//! otherwise be expected as well.

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
