//! A minimal document for each form of a schema, with the code emitted for it.
//!
//! All documents are also merged into one. Its crate must contain the same files, so
//! that nothing depends on other parts of the document, and it must compile without
//! warnings, so that the code of the cases does.

use std::path::{Path, PathBuf};

use generator_tests::cases::{self, Case};
use generator_tests::crates;
use generator_tests::report::{Trial, test};

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for collection in ["golden", "obstacles"] {
        trials.extend(trials_of(collection));
    }
    trials
}

fn folder(collection: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(collection)
}

fn trials_of(collection: &'static str) -> Vec<Trial> {
    let cases = match cases::all(&folder(collection)) {
        Ok(cases) => cases,
        Err(error) => return vec![test(collection, || Err(error))],
    };
    let whole = cases.clone();
    let mut trials =
        vec![test(&format!("{collection}::all"), move || together(collection, &whole))];
    trials.extend(cases.into_iter().map(|case| {
        test(&format!("{collection}::{}", case.name), move || {
            case.compare(&cases::emitted(&case.build()?))
        })
    }));
    trials
}

fn together(collection: &str, cases: &[Case]) -> Outcome {
    let whole = cases::merged(cases)?;
    let (alone, emitted) = (
        cases
            .iter()
            .map(|case| Ok(cases::emitted(&case.build()?)))
            .collect::<Result<Vec<_>, String>>()?,
        cases::emitted(&whole.build()?),
    );
    for (case, alone) in cases.iter().zip(alone) {
        // What belongs to no resource is together.
        for path in case.shown().into_iter().filter(|path| !path.starts_with("shared/"))
        {
            if alone.get(&path) != emitted.get(&path) {
                return Err(format!("{path} of {} differs among all cases", case.name));
            }
        }
    }
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates").join(collection);
    whole.generate(&out)?;
    crates::clean(&out)?;
    crates::fixtures(&out)
}
