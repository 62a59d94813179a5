//! Calls with each parameter in each way, and with all at once.

use super::Source;
use super::build::{Builder, Want, Way, join};
use super::model::Call;
use super::value::Numbers;
use crate::forms::{Field, Operation, Shape};

/// A call with its purpose.
#[derive(Clone, Debug)]
pub struct Case {
    pub label: String,
    /// The path of the tested parameter, if any.
    pub parameter: String,
    pub call: Call,
    pub verdict: Verdict,
}

/// The response of a server that knows the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    Rejected,
    /// The document does not say.
    Open,
}

/// Returns the cases of all operations.
pub fn cases(source: &Source) -> Vec<Case> {
    let mut cases = Vec::new();
    for operation in &source.operations {
        let mut planner = Planner { source, operation, cases: &mut cases };
        for (label, want) in
            [("least", Want::Least), ("all", Want::All), ("cleared", Want::Cleared)]
        {
            planner.call(label, want, Verdict::Accepted);
        }
        planner.fields("", &operation.fields);
        if operation.expand {
            planner.one("expand", Way::Set, Verdict::Open);
        }
    }
    cases
}

struct Planner<'a> {
    source: &'a Source,
    operation: &'a Operation,
    cases: &'a mut Vec<Case>,
}

impl<'a> Planner<'a> {
    fn fields(&mut self, path: &str, fields: &'a [Field]) {
        for field in fields {
            let here = join(path, &field.name);
            if field.clearable {
                self.one(&here, Way::Clear, Verdict::Accepted);
            }
            self.ways(&here, &field.shape, field.clearable);
        }
    }

    fn ways(&mut self, here: &str, shape: &'a Shape, clearable: bool) {
        let to_empty = if clearable { Verdict::Accepted } else { Verdict::Open };
        match shape {
            shape if shape.is_memberless() => {}
            Shape::Object(fields) => self.fields(here, fields),
            Shape::Enum(values) => self.each(here, values),
            Shape::Boolean => {
                self.one(here, Way::Set, Verdict::Accepted);
                self.one(here, Way::False, Verdict::Accepted);
            }
            Shape::List(of) => {
                self.one(here, Way::Empty, to_empty);
                match of.as_ref() {
                    Shape::Object(fields) => {
                        return self.fields(&format!("{here}[]"), fields);
                    }
                    Shape::Enum(_) => self.one(here, Way::Unknown, Verdict::Rejected),
                    _ => {}
                }
                self.one(here, Way::Set, Verdict::Accepted);
            }
            Shape::Map(of) => match of.as_ref() {
                Shape::Object(fields) => self.fields(&format!("{here}{{}}"), fields),
                _ => {
                    self.one(here, Way::Set, Verdict::Accepted);
                    self.one(here, Way::RemoveKey, Verdict::Accepted);
                }
            },
            Shape::Range => {
                self.one(here, Way::Set, Verdict::Accepted);
                self.one(here, Way::Zero, Verdict::Accepted);
                for bound in ["gt", "gte", "lt", "lte"] {
                    self.one(&format!("{here}.{bound}"), Way::Set, Verdict::Accepted);
                    self.one(&format!("{here}.{bound}"), Way::Zero, Verdict::Accepted);
                }
            }
            _ => self.one(here, Way::Set, Verdict::Accepted),
        }
    }

    /// Adds each value of an enum once. Values that a correction added are in the
    /// inventory, but not in the document.
    fn each(&mut self, here: &str, documented: &[String]) {
        let root = &self.source.operation(self.operation).root;
        for value in &self.source.line(root, here).values {
            let known = documented.contains(value);
            let verdict = if known { Verdict::Accepted } else { Verdict::Rejected };
            self.one(here, Way::To(value), verdict);
        }
        self.one(here, Way::Unknown, Verdict::Rejected);
    }

    fn one(&mut self, here: &str, way: Way<'_>, verdict: Verdict) {
        self.call(&format!("{here} {way:?}"), Want::One(here, way), verdict);
    }

    fn call(&mut self, label: &str, want: Want<'_>, verdict: Verdict) {
        let operation = self.operation;
        let root = &self.source.operation(operation).root;
        let mut builder =
            Builder { source: self.source, root, numbers: Numbers::default() };
        let params = if operation.fields.is_empty() {
            Default::default()
        } else {
            builder.object("", &operation.fields, want)
        };
        let call = Call {
            root: root.clone(),
            method: operation.method.clone(),
            template: operation.path.clone(),
            ids: operation.ids.iter().map(|id| format!("{}_1", id.name)).collect(),
            params,
            expand: self.expand(want),
        };
        let parameter = if let Want::One(path, _) = want { path } else { "" };
        self.cases.push(Case {
            label: format!("{root} {label}"),
            parameter: parameter.to_owned(),
            call,
            verdict,
        });
    }

    /// Returns the expandable paths of the response that the inventory has: the mock
    /// fails when asked to expand a path that does not exist.
    fn expand(&self, want: Want<'_>) -> Vec<String> {
        let mut paths = self.source.expandable(self.operation);
        paths.truncate(2);
        match want {
            Want::One("expand", _) if paths.is_empty() => {
                ["t1", "a.b"].map(str::to_owned).to_vec()
            }
            Want::One("expand", _) | Want::All if self.operation.expand => paths,
            _ => Vec::new(),
        }
    }
}
