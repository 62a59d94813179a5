//! A program that calls every operation with every parameter, written from the inventory: what
//! the inventory says is compiled, sent and compared.

mod build;
mod cases;
mod value;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

pub use self::cases::{Case, Verdict};
use crate::forms::{self, Operation};
use crate::inventory::{self, Line, Name};

/// What the program is written from.
#[derive(Debug)]
pub struct Source {
    pub operations: Vec<Operation>,
    pub lines: Vec<Line>,
    names: BTreeMap<String, Name>,
}

impl Source {
    pub fn read() -> Self {
        Self {
            operations: forms::operations(),
            lines: inventory::lines(),
            names: inventory::names(),
        }
    }

    /// The lines about requests.
    pub fn requests(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.root.contains('#'))
    }

    /// The line of an operation of the document.
    pub fn operation(&self, operation: &Operation) -> &Line {
        let mut found = self.requests().filter(|line| line.is_operation());
        found
            .find(|line| line.pointer == operation.pointer)
            .unwrap_or_else(|| panic!("the inventory lacks {}", operation.pointer))
    }

    fn line(&self, root: &str, path: &str) -> &Line {
        let mut found = self.requests().filter(|line| !line.is_operation());
        found
            .find(|line| line.root == root && line.path == path)
            .unwrap_or_else(|| panic!("the inventory lacks `{path}` of {root}"))
    }

    fn name(&self, wire: &str) -> &Name {
        self.names.get(wire).unwrap_or_else(|| panic!("spec/names.lock lacks {wire}"))
    }
}

/// A program that was built, and what it will send.
#[derive(Debug)]
pub struct Program {
    pub cases: Vec<Case>,
    /// Root, path and Rust path of every line that the program names.
    pub named: BTreeSet<(String, String, String)>,
    file: std::path::PathBuf,
}

impl Program {
    /// Writes and compiles the program in a folder that is kept, so that the next run is quick.
    pub fn build(source: &Source, folder: &Path) -> Self {
        let plan = cases::plan(source);
        let file = write::compile(&plan, &folder.join("requests"));
        Self { cases: plan.cases, named: plan.named, file }
    }

    /// Makes all calls and gives the outcome of each: `ok`, or the error.
    pub fn run(&self, base_url: &str) -> Vec<String> {
        let output = Command::new(&self.file)
            .env("STRIPE_BASE_URL", base_url)
            .output()
            .expect("the program can be started");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "the program failed:\n{errors}");
        let text = String::from_utf8(output.stdout).expect("the outcomes are text");
        let outcomes: BTreeMap<usize, String> = text
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(case, outcome)| (case.parse().expect("a number"), outcome.to_owned()))
            .collect();
        let all = outcomes.keys().copied().eq(0..self.cases.len());
        assert!(all, "the program did not make each call once");
        outcomes.into_values().collect()
    }
}
