//! Runs the generator on hostile input: no panic, no hang, no overflow of the stack, bounded memory, a
//! crate that is whole or untouched, a place for each fault, and whatever is accepted compiles.
//!
//! A case follows from its seed. A few run each time; for a long run:
//!
//! ```sh
//! HOSTILE_CASES=100000 cargo test --release -p generator-tests --test checks hostile
//! ```
//!
//! `HOSTILE_SEED` runs the cases from another seed on, for example the one of a failure, with
//! `HOSTILE_CASES=1`.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, thread};

use generator_tests::hostile::run::Runner;
use generator_tests::hostile::{Base, Case, Random, bombs};
use generator_tests::report::{Trial, test};
use generator_tests::{crates, workspace};
use test_support::official::DAHLIA;

type Outcome = Result<(), String>;

/// The number of cases in the project's checks.
const CASES: u64 = 120;

/// The number of processes that run at a time.
const WORKERS: usize = 2;

/// The number of failures that are told.
const TOLD: usize = 10;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        test("random_cases", random_cases),
        test("what_is_accepted_compiles", || accepted("invented", 60, 1)),
        test("what_is_accepted_of_the_slice_compiles", || accepted("slice", 12, 2)),
    ];
    match invented().and_then(|base| bombs::all(&base)) {
        Ok(bombs) => trials.extend(
            bombs.into_iter().map(|(name, case)| test(name, move || bomb(name, case))),
        ),
        Err(fault) => trials.push(test("bombs", || Err(fault))),
    }
    trials
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name)
}

fn invented() -> Result<Base, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("invented");
    Base::read("invented", &folder, "scope.toml", &["program"])
}

/// Returns the repository's own inputs.
fn slice() -> Result<Base, String> {
    let skipped = ["generated", "generator", "target", "templates", "tests", "scripts"];
    Base::read("slice", &workspace(), "spec/scope.toml", &skipped)
}

/// Parts of the official document, of different shapes.
const PARTS: [&str; 4] =
    ["/v1/account_links", "/v1/files", "/v1/tax/rates", "/v1/terminal/locations"];

/// Returns the bases: small ones more often than the slice, whose crate takes long to write.
fn bases() -> Result<Vec<Base>, String> {
    let invented = invented()?;
    let mut bases = vec![slice()?, invented.clone(), invented];
    let Ok(official) = DAHLIA.document() else { return Ok(bases) };
    for part in PARTS {
        let folder = folder("parts");
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let file = folder.join("part.yaml");
        let scope = workspace().join("spec/scope.toml");
        let [official, file, scope] =
            [&official, &file, &scope].map(|path| path.to_string_lossy());
        let arguments = [
            "--scope", &scope, "--select", part, "slice", "--from", &official, "--to",
            &file,
        ];
        generator_tests::binary::run(&program(), &folder, &arguments)?;
        let text = fs::read_to_string(&*file).map_err(|error| error.to_string())?;
        bases.push(slice()?.with_document(part, &text)?);
    }
    Ok(bases)
}

/// Returns the path of the generator: another build of it if `HOSTILE_GENERATOR` names one.
fn program() -> String {
    env::var("HOSTILE_GENERATOR").unwrap_or_else(|_| crate::GENERATOR.to_owned())
}

fn number(variable: &str) -> Result<Option<u64>, String> {
    let Ok(text) = env::var(variable) else { return Ok(None) };
    text.parse().map(Some).map_err(|error| format!("{variable}: {error}"))
}

/// Runs cases in several processes at a time.
fn random_cases() -> Outcome {
    let bases = bases()?;
    let first = number("HOSTILE_SEED")?.unwrap_or(1);
    let last = first + number("HOSTILE_CASES")?.unwrap_or(CASES);
    let seeds = Mutex::new(first..last);
    let failures = Mutex::new(Vec::new());
    let accepted = AtomicUsize::new(0);
    thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (bases, seeds, failures, accepted) =
                (&bases, &seeds, &failures, &accepted);
            scope.spawn(move || {
                let (program, folder) = (program(), folder(&format!("worker{worker}")));
                let runner = Runner { program: &program, folder: &folder };
                loop {
                    let seed =
                        seeds.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some(seed) = seed else { break };
                    let case = Case::new(seed, bases);
                    match runner.case(&case) {
                        Ok(true) => drop(accepted.fetch_add(1, Ordering::Relaxed)),
                        Ok(false) => {}
                        Err(fault) => {
                            let failure = format!("{}\n{fault}", case.describe());
                            eprintln!("{failure}\n");
                            failures
                                .lock()
                                .unwrap_or_else(PoisonError::into_inner)
                                .push(failure);
                        }
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    let accepted = accepted.into_inner();
    if !failures.is_empty() {
        let told: Vec<String> = failures.iter().take(TOLD).cloned().collect();
        return Err(format!(
            "{} of {} cases fail\n\n{}",
            failures.len(),
            last - first,
            told.join("\n\n")
        ));
    }
    // One case alone may be refused.
    match accepted {
        0 if last - first >= CASES => Err("no case is accepted".to_owned()),
        _ => Ok(()),
    }
}

/// Checks a file that is simple and large. Its crate need not be the same with another order of keys:
/// that takes long, and random cases show it.
fn bomb(name: &str, mut case: Case) -> Outcome {
    let (program, folder) = (program(), folder(&format!("bombs/{name}")));
    let runner = Runner { program: &program, folder: &folder };
    runner.generate(&case)?;
    case.options.clear();
    runner.command(&case, &["inventory".to_owned()])?;
    fs::remove_dir_all(&folder).map_err(|error| error.to_string())
}

/// Changes a document as often as the generator accepts it, and compiles the crate without warnings.
fn accepted(name: &str, count: usize, seed: u64) -> Outcome {
    let (program, folder) = (program(), folder(&format!("crates/{name}")));
    let runner = Runner { program: &program, folder: &folder };
    let base = if name == "slice" { slice()? } else { invented()? };
    let seed = number("HOSTILE_SEED")?.unwrap_or(seed);
    let mut random = Random::new(seed);
    let mut kept = Case::unchanged(base);
    kept.seed = seed;
    kept.options = vec!["--out".to_owned(), "crate".to_owned()];
    for _ in 0..count {
        let mut changed = kept.clone();
        changed.change_document(&mut random);
        if runner.generate(&changed)? {
            kept = changed;
        }
    }
    if !runner.generate(&kept)? {
        return Err("the last accepted case is refused".to_owned());
    }
    crates::compiles(&folder.join("crate"))
        .map_err(|fault| format!("{}\n{fault}", kept.describe()))
}
