//! Tests of a program with the harness libtest-mimic: some need something from outside the
//! repository, and some are made from files and tables.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed};

/// More than there are processors: some tests only wait for Cargo, which builds one program
/// after the other.
const THREADS: usize = 4;

type Check = Box<dyn FnOnce() -> Result<(), String> + Send>;

/// A test. Its full name starts with that of its module.
#[allow(missing_debug_implementations, reason = "it holds a closure")]
pub struct Trial {
    name: String,
    check: Check,
    /// Why it does not run, unless it is asked for.
    ignored: Option<String>,
}

impl Trial {
    /// Lets the test run only if ignored tests are asked for.
    #[must_use]
    pub fn ignored(self, reason: impl Into<String>) -> Self {
        Self { ignored: Some(reason.into()), ..self }
    }

    fn reason(&self) -> Option<&str> {
        self.ignored.as_deref()
    }

    fn of(self, module: &str) -> libtest_mimic::Trial {
        let Self { name, check, ignored } = self;
        let name = format!("{module}::{name}");
        let trial = libtest_mimic::Trial::test(name, || check().map_err(Failed::from));
        trial.with_ignored_flag(ignored.is_some())
    }
}

/// Creates a test that needs a file or a program. If it is missing, the test is reported
/// as ignored with the reason; in the project's checks it fails.
pub fn needing<F>(name: &str, needed: Result<PathBuf, String>, check: F) -> Trial
where
    F: FnOnce(&Path) -> Result<(), String> + Send + 'static,
{
    match needed {
        Ok(needed) => test(name, move || check(&needed)),
        Err(reason) if crate::ci() => test(name, || Err(reason)),
        Err(reason) => test(name, || Ok(())).ignored(reason),
    }
}

/// Creates a test that needs nothing.
pub fn test<F>(name: &str, check: F) -> Trial
where
    F: FnOnce() -> Result<(), String> + Send + 'static,
{
    Trial { name: name.to_owned(), check: Box::new(check), ignored: None }
}

/// Runs the tests of all modules as the arguments of the program say. First it says why
/// tests are ignored: next to each of them, the reason would push all names out of sight.
pub fn run<const N: usize>(modules: [(&str, Vec<Trial>); N]) -> ExitCode {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in
        modules.iter().flat_map(|(_, trials)| trials).filter_map(|t| t.reason())
    {
        *reasons.entry(reason).or_default() += 1;
    }
    for (reason, count) in reasons {
        eprintln!("{count} ignored: {reason}");
    }
    let trials = modules
        .into_iter()
        .flat_map(|(module, trials)| {
            trials.into_iter().map(move |trial| trial.of(module))
        })
        .collect();
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(THREADS);
    libtest_mimic::run(&arguments, trials).exit_code()
}
