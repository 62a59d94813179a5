//! The inventory of the crate, as `generator inventory` prints it, and the locked names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use generator::input::Options;
use generator::pipeline;
use serde_json::Value;

/// A line: a field, a parameter or an operation.
#[derive(Clone, Debug)]
pub struct Line {
    /// The component, or the component and the operation (`checkout.session#create`).
    pub root: String,
    /// The path below the root; empty for an operation.
    pub path: String,
    pub kind: String,
    /// The kind of the items of an array or a map.
    pub of: String,
    pub optional: bool,
    pub nullable: bool,
    pub clearable: bool,
    /// The values of an enum.
    pub values: Vec<String>,
    /// The components that are returned or can be expanded.
    pub targets: Vec<String>,
    /// The JSON pointer of the definition.
    pub pointer: String,
    /// The Rust path.
    pub rust: String,
}

impl Line {
    fn read(text: &str) -> Self {
        let line: Value =
            serde_json::from_str(text).expect("a line of the inventory is JSON");
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let flag = |key: &str| line[key].as_bool().unwrap_or_default();
        let texts = |key: &str| {
            let items = line[key].as_array().into_iter().flatten();
            items.filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Self {
            root: text("root"),
            path: text("path"),
            kind: text("kind"),
            of: text("of"),
            optional: flag("optional"),
            nullable: flag("nullable"),
            clearable: flag("clearable"),
            values: texts("enum"),
            targets: texts("targets"),
            pointer: text("pointer"),
            rust: text("rust"),
        }
    }

    pub fn is_operation(&self) -> bool {
        self.kind == "operation"
    }
}

/// Returns all lines.
pub fn lines() -> Vec<Line> {
    static LINES: LazyLock<Vec<Line>> = LazyLock::new(read);
    LINES.clone()
}

fn read() -> Vec<Line> {
    let scope = test_support::workspace().join("spec/scope.toml");
    let options = Options { scope: Some(scope), ..Options::default() };
    let text = pipeline::read(&options).and_then(|inputs| pipeline::inventory(&inputs));
    let text = text.unwrap_or_else(|problems| panic!("no inventory:\n{problems}"));
    text.lines().map(Line::read).collect()
}

/// A name in `spec/names.lock`.
#[derive(Clone, Debug)]
pub struct Name {
    /// `checkout::params::LineItemParams`
    pub rust: String,
    /// The arguments of `new`, as the names of their parameters.
    pub arguments: Vec<String>,
}

/// Returns the locked names by their wire paths
/// (`checkout.session#create:line_items[]`).
pub fn names() -> BTreeMap<String, Name> {
    let file = test_support::workspace().join("spec/names.lock");
    let text = std::fs::read_to_string(&file).expect("spec/names.lock can be read");
    let entries = text.lines().filter_map(|line| line.split_once(" = "));
    entries.map(|(wire, rust)| (wire.to_owned(), Name::read(rust))).collect()
}

impl Name {
    fn read(text: &str) -> Self {
        let (rust, arguments) = text.split_once('(').unwrap_or((text, ""));
        let arguments = arguments.trim_end_matches(')').split(", ");
        Self {
            rust: rust.to_owned(),
            arguments: arguments
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }
}
