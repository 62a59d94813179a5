//! Tests that are made from folders of cases, and tests that need Stripe's official
//! documents. Their harness reports those as ignored, with the reason, where these are
//! missing.

mod descriptions;
mod diagnostics;
mod diff;
mod explain;
mod facts;
mod golden;
mod groups;
mod hostile;
mod names;
mod prose;
mod resource;
mod slice;
mod upgrade;
mod whole_document;
mod whole_names;

use std::process::ExitCode;

use generator_tests::report;

/// The path of the generator.
const GENERATOR: &str = env!("CARGO_BIN_EXE_generator-command");

fn main() -> ExitCode {
    report::run([
        ("descriptions", descriptions::trials()),
        ("diagnostics", diagnostics::trials()),
        ("diff", diff::trials()),
        ("explain", explain::trials()),
        ("facts", facts::trials()),
        ("golden", golden::trials()),
        ("groups", groups::trials()),
        ("hostile", hostile::trials()),
        ("names", names::trials()),
        ("prose", prose::trials()),
        ("resource", resource::trials()),
        ("slice", slice::trials()),
        ("upgrade", upgrade::trials()),
        ("whole_document", whole_document::trials()),
        ("whole_names", whole_names::trials()),
    ])
}
