//! A program that can perform every operation with every parameter. It is generated from
//! the inventory, so that the inventory is compiled, sent and compared.

mod build;
mod cases;
mod model;
mod plain;
mod random;
mod run;
mod value;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use test_support::programs;

pub use self::cases::{Case, Verdict, cases};
pub use self::model::{Call, Object, Value};
pub use self::random::{Exception, Limits, calls};
pub use self::run::Running;
use crate::forms::{self, Operation};
use crate::inventory::{self, Line, Name};

/// In steps inside the object. The server accepts no longer paths.
const LONGEST_EXPANSION: usize = 4;

/// The input for generating the program.
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

    /// Returns the lines about requests.
    pub fn requests(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.root.contains('#'))
    }

    /// Returns the line of an operation of the document.
    pub fn operation(&self, operation: &Operation) -> &Line {
        let mut found = self.requests().filter(|line| line.is_operation());
        found
            .find(|line| line.pointer == operation.pointer)
            .unwrap_or_else(|| panic!("the inventory lacks {}", operation.pointer))
    }

    /// Returns the expandable paths of the response that the inventory has.
    pub fn expandable(&self, operation: &Operation) -> Vec<String> {
        let line = self.operation(operation);
        let prefix = if line.of == "list" { "data." } else { "" };
        let inside = line.targets.iter().flat_map(|target| self.expandable_in(target));
        let paths = inside.filter(|path| path.split('.').count() <= LONGEST_EXPANSION);
        paths.map(|path| format!("{prefix}{path}")).collect()
    }

    fn expandable_in(&self, root: &str) -> Vec<String> {
        let mut paths = Vec::new();
        for field in self.lines.iter().filter(|field| field.root == root) {
            let path = field.path.replace("[]", "");
            let inside = field.targets.iter().map(|target| self.expandable_in(target));
            match (field.kind.as_str(), field.of.as_str()) {
                ("expandable", _) | (_, "expandable") => paths.push(path),
                ("list", _) => {
                    let inside =
                        inside.flatten().map(|inner| format!("{path}.data.{inner}"));
                    paths.extend(inside.chain([path.clone()]));
                }
                ("resource", _) => {
                    paths
                        .extend(inside.flatten().map(|inner| format!("{path}.{inner}")));
                }
                _ => {}
            }
        }
        paths
    }

    fn line(&self, root: &str, path: &str) -> &Line {
        let mut found = self.requests().filter(|line| !line.is_operation());
        found
            .find(|line| line.root == root && line.path == path)
            .unwrap_or_else(|| panic!("the inventory lacks `{path}` of {root}"))
    }

    /// Returns the type of the parameters at a path.
    fn name(&self, root: &str, path: &str) -> &Name {
        let wire = match path {
            "" => root.to_owned(),
            path => format!("{root}:{path}"),
        };
        self.names.get(&wire).unwrap_or_else(|| panic!("spec/names.lock lacks {wire}"))
    }

    /// Returns the arguments of its `new`.
    fn arguments(&self, root: &str, path: &str) -> &[String] {
        &self.name(root, path).arguments
    }
}

/// A compiled program.
#[derive(Debug)]
pub struct Program {
    /// Root, path and Rust path of every line that the program names.
    pub named: BTreeSet<(String, String, String)>,
    file: std::path::PathBuf,
}

impl Program {
    /// Writes and compiles the program in a folder that is kept so that the next run is
    /// fast. The tests of a program share it, because it takes time to compile.
    pub fn build(folder: &Path) -> &'static (Source, Self) {
        static BUILT: OnceLock<(Source, Program)> = OnceLock::new();
        BUILT.get_or_init(|| {
            let source = Source::read();
            let written = write::write(&source);
            let file = programs::written("requests", "calls.rs", &written.text, folder);
            let file = file.unwrap_or_else(|error| panic!("{error}"));
            (source, Self { named: written.named, file })
        })
    }

    /// Starts the program, with calls to the server at this address.
    pub fn start(&self, base_url: &str) -> Running {
        Running::start(&self.file, base_url)
    }
}
