//! Support for the tests of the generator.

pub mod binary;
pub mod cases;
pub mod crates;
pub mod golden;
pub mod hostile;
pub mod project;

pub use test_support::{ci, official, report, workspace};
