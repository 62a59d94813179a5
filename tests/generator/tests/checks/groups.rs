//! Crates whose operations are behind features: a small invented one, and the whole API.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use generator::diagnostic::Diagnostics;
use generator::explain;
use generator::input::Options;
use generator::pipeline::{self, Phase};
use generator::rust::{Crate, Shape};
use generator_tests::cases::{self, Case};
use generator_tests::crates;
use generator_tests::official::DAHLIA;
use generator_tests::report::{Trial, needing, test};
use generator_tests::workspace;

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("code_for_features", code),
        test("dump_and_explain_tell_the_features", told),
        test("a_small_crate_with_each_feature", small_crate),
        needing("programs_compile_what_they_use", DAHLIA.document(), programs),
        needing("a_sample_of_features_compiles", DAHLIA.document(), sample),
    ]
}

fn case() -> Result<Case, String> {
    let all = cases::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("groups"))?;
    all.into_iter().next().ok_or_else(|| "there is no case".to_owned())
}

fn code() -> Outcome {
    let case = case()?;
    case.compare(&cases::emitted(&case.build()?))
}

/// The dump of an item and its explanation tell its features.
fn told() -> Outcome {
    case()?.with_inputs(|inputs| {
        let problem = |problems: Diagnostics| problems.to_string();
        let dump =
            pipeline::dump(inputs, Phase::Plan, Some("stamp")).map_err(problem)?;
        let names = ["shared::Stamp", "offices::Offices", "GET /v1/letters/{letter}"];
        let found = pipeline::explain(inputs, &[], &names).map_err(problem)?;
        let text = dump + &explain::text(&found);
        for part in [
            "shared::Stamp = stamp (in shared/stamp.rs with letters or parcels)",
            "  feature  letters or parcels",
            "  feature  offices or parcels",
            "  feature  letters\n",
        ] {
            if !text.contains(part) {
                return Err(format!("missing: {part}\n{text}"));
            }
        }
        Ok(())
    })
}

/// Compiles the crate with no feature, with each, with a bundle and with all. Its events decode
/// with any features.
fn small_crate() -> Outcome {
    let out = folder("groups");
    case()?.generate(&out)?;
    for features in ["", "letters", "notices", "offices", "parcels", "all-mail"] {
        crates::compiles_with(&out, features)?;
    }
    crates::clean_with(&out, "full")?;
    // What is not compiled cannot be linked to.
    let alone =
        ["doc", "-q", "--no-deps", "--no-default-features", "--features", "letters"];
    crates::cargo(&out, &alone)?;
    crates::fixtures_with(&out, "full")?;
    for features in ["notices", "notices,letters", "notices,offices,parcels"] {
        crates::passes(&out, "features", PROGRAM, features)?;
    }
    Ok(())
}

const PROGRAM: &str = include_str!("../../groups/features.rs");

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates").join(name)
}

/// The scope of the whole API.
fn whole(official: &Path, out: Option<PathBuf>) -> Options {
    let scope = Some(workspace().join("spec/whole/scope.toml"));
    Options { scope, spec: Some(official.to_owned()), out, ..Options::default() }
}

/// Programs with the features that they turn on, and the number of components that the operations
/// of these features contain, expanded ids and two lists of a customer aside.
const PROGRAMS: [(&str, &[&str], usize); 6] = [
    ("checkout", &["checkout", "events"], 126),
    ("shop", &["checkout", "customers", "events", "prices", "products", "refunds"], 189),
    (
        "payments",
        &["customers", "events", "payment_intents", "payment_methods", "refunds"],
        277,
    ),
    (
        "subscriptions",
        &[
            "billing_portal",
            "customers",
            "events",
            "invoices",
            "prices",
            "subscriptions",
        ],
        163,
    ),
    (
        "marketplace",
        &[
            "account_links",
            "accounts",
            "application_fees",
            "events",
            "payouts",
            "transfers",
        ],
        76,
    ),
    ("issuing", &["events", "issuing"], 89),
];

/// The number of components that nothing but events has: their objects without operations.
const OF_EVENTS: usize = 1;

/// Counts the components whose types are compiled for programs of several kinds. Nobody pays for
/// what a program does not use.
fn programs(official: &Path) -> Outcome {
    let inputs = pipeline::read(&whole(official, None)).map_err(|e| e.to_string())?;
    let (krate, _) = pipeline::plan(&inputs).map_err(|e| e.to_string())?;
    let mut faults = Vec::new();
    for (name, features, most) in PROGRAMS {
        let count = compiled(&krate, features);
        println!("{name}: {count}");
        if count > most + OF_EVENTS || count < most / 2 {
            faults.push(format!("{name}: {count} components instead of {most}"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Returns the number of components whose objects are compiled with these features on.
fn compiled(krate: &Crate, features: &[&str]) -> usize {
    let types = krate.types.iter().filter(|def| def.features.are_on(features));
    let components = types.flat_map(|def| match &def.shape {
        Shape::Object(_) => def.origins.iter().filter(|o| o.path.is_empty()).collect(),
        _ => Vec::new(),
    });
    components.map(|origin| &origin.root).collect::<BTreeSet<_>>().len()
}

/// Features of different shapes: one without types of its own, an upload, types that many others
/// contain, a union, operations below the paths of others, and a large one.
/// `scripts/every-feature` compiles all.
const SAMPLE: [&str; 6] =
    ["ephemeral_keys", "files", "charges", "sources", "test_clocks", "checkout,events"];

/// Compiles the whole API without warnings: without features, with some, and with all.
fn sample(official: &Path) -> Outcome {
    let out = folder("features");
    let options = whole(official, Some(out.clone()));
    let inputs = pipeline::read(&options).map_err(|problems| problems.to_string())?;
    pipeline::generate(&inputs).map_err(|problems| problems.to_string())?;
    for features in [""].iter().chain(&SAMPLE).chain(&["full"]) {
        crates::compiles_with(&out, features)
            .map_err(|error| format!("with {features:?}: {error}"))?;
    }
    Ok(())
}
