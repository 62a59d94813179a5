//! Which calls the program makes: each parameter in each way, and all at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Source;
use super::build::{Builder, VARIABLE, Want, Way, join};
use super::value::Numbers;
use crate::form_text::{Key, Step};
use crate::forms::{Field, Operation, Shape};

/// A call, and what it must become.
#[derive(Clone, Debug)]
pub struct Case {
    /// The component and the operation.
    pub root: String,
    /// What it is about.
    pub label: String,
    /// The path of the parameter, if it is about one.
    pub parameter: String,
    pub method: String,
    pub path: String,
    /// Keys and values in their order on the wire.
    pub pairs: Vec<(Key, String)>,
    pub verdict: Verdict,
}

/// What a server that knows the document says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    Refused,
    /// The document does not say.
    Open,
}

#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) cases: Vec<Case>,
    /// The calls as Rust statements.
    pub(super) statements: Vec<String>,
    pub(super) named: BTreeSet<(String, String, String)>,
}

pub(super) fn plan(source: &Source) -> Plan {
    let mut plan = Plan::default();
    for operation in &source.operations {
        let mut planner = Planner { source, operation, plan: &mut plan };
        for (label, want) in
            [("least", Want::Least), ("all", Want::All), ("cleared", Want::Cleared)]
        {
            planner.call(label, want, Verdict::Accepted, &[]);
        }
        planner.fields("", &operation.fields);
        if operation.expand {
            planner.call("expand", Want::One("expand", Way::Set), Verdict::Open, &[]);
        }
    }
    plan
}

struct Planner<'a> {
    source: &'a Source,
    operation: &'a Operation,
    plan: &'a mut Plan,
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
            Shape::Object(fields) if fields.is_empty() => {
                self.one(here, Way::Set, Verdict::Accepted);
            }
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
                    Shape::Enum(_) => self.one(here, Way::Unknown, Verdict::Refused),
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

    /// Each value of an enum once. Values that a repair added are in the inventory, but not in
    /// the document.
    fn each(&mut self, here: &str, documented: &[String]) {
        let root = &self.source.operation(self.operation).root;
        let values = self.source.line(root, here).values.iter();
        let values: Vec<_> = values
            .map(|value| {
                let known = documented.contains(value);
                (
                    value.as_str(),
                    if known { Verdict::Accepted } else { Verdict::Refused },
                )
            })
            .collect();
        self.call(
            &format!("{here} Each"),
            Want::One(here, Way::Each),
            Verdict::Accepted,
            &values,
        );
        self.one(here, Way::Unknown, Verdict::Refused);
    }

    fn one(&mut self, here: &str, way: Way, verdict: Verdict) {
        self.call(&format!("{here} {way:?}"), Want::One(here, way), verdict, &[]);
    }

    /// A call, or one for each of `values`.
    fn call(
        &mut self,
        label: &str,
        want: Want<'_>,
        verdict: Verdict,
        values: &[(&str, Verdict)],
    ) {
        let operation = self.operation;
        let line = self.source.operation(operation);
        let mut builder = Builder {
            source: self.source,
            root: &line.root,
            numbers: Numbers::default(),
            pairs: Vec::new(),
            named: BTreeSet::new(),
        };
        let (path, ids) = ids(&operation.path);
        let mut call =
            format!("{}(&run.client{}{ids}", line.rust, self.accessors(&line.rust));
        if !operation.fields.is_empty() {
            let params = builder.object("", &Vec::new(), &operation.fields, want);
            write!(call, ", {params}").expect("a string");
        }
        call.push(')');
        let paths = self.expandable();
        // Asked to expand what is not there, the mock fails.
        if operation.expand
            && match want {
                Want::One(path, _) => path == "expand",
                Want::All => !paths.is_empty(),
                Want::Least | Want::Cleared => false,
            }
        {
            call = self.expand(&mut builder, &call, paths);
        }
        builder.pairs.sort();
        let named = builder
            .named
            .into_iter()
            .map(|(path, rust)| (line.root.clone(), path, rust));
        self.plan.named.extend(named);
        self.plan.named.insert((line.root.clone(), String::new(), line.rust.clone()));
        let parameter = if let Want::One(path, _) = want { path } else { "" };
        let mut numbers = Vec::new();
        let given = if values.is_empty() { &[("", verdict)] } else { values };
        for (value, verdict) in given {
            let sent = |text: &str| text.replace(VARIABLE, value);
            numbers
                .push(format!("({:?}, {value:?})", self.plan.cases.len().to_string()));
            self.plan.cases.push(Case {
                root: line.root.clone(),
                parameter: parameter.to_owned(),
                label: format!("{} {label} {value}", line.root),
                method: operation.method.clone(),
                path: path.clone(),
                pairs: builder.pairs.iter().map(|(k, v)| (k.clone(), sent(v))).collect(),
                verdict: *verdict,
            });
        }
        self.plan.statements.push(format!(
            "for (case, value) in [{}] {{ let _ = value; run.call(case, {call}); }}",
            numbers.join(", ")
        ));
    }

    /// Paths in the answer that can be expanded, as far as the inventory knows some.
    fn expandable(&self) -> Vec<String> {
        let line = self.source.operation(self.operation);
        let prefix = if line.of == "list" { "data." } else { "" };
        let fields = self.source.lines.iter().filter(|field| {
            line.targets.contains(&field.root)
                && field.kind == "expandable"
                && !field.path.contains(['.', '['])
        });
        fields.take(2).map(|field| format!("{prefix}{}", field.path)).collect()
    }

    fn expand(
        &self,
        builder: &mut Builder<'_>,
        call: &str,
        mut paths: Vec<String>,
    ) -> String {
        if paths.is_empty() {
            paths = vec![format!("t{}", builder.numbers.next()), "a.b".to_owned()];
        }
        for (index, path) in paths.iter().enumerate() {
            let key = vec![Step::Name("expand".to_owned()), Step::Index(index)];
            builder.pairs.push((key, path.clone()));
        }
        let root = &self.source.operation(self.operation).root;
        let rust = &self.source.line(root, "expand").rust;
        builder.named.insert(("expand".to_owned(), rust.clone()));
        format!("{rust}({call}, {paths:?})")
    }

    /// `.checkout().sessions()`, by the names that are locked.
    fn accessors(&self, rust: &str) -> String {
        let owner = rust.trim_start_matches("stripe_sessions::").rsplit_once("::");
        let owner = owner.map(|(owner, _)| owner).expect("an operation has an owner");
        let by_name: BTreeMap<_, _> = self
            .source
            .names
            .iter()
            .filter(|(wire, _)| wire.starts_with('/'))
            .map(|(wire, name)| (name.rust.as_str(), wire.as_str()))
            .collect();
        let wire = by_name.get(owner).unwrap_or_else(|| panic!("{owner} has no path"));
        wire.split('/').skip(1).map(|name| format!(".{name}()")).collect()
    }
}

/// The path with an id in each place, and the ids as arguments.
fn ids(template: &str) -> (String, String) {
    let (mut path, mut arguments) = (template.to_owned(), String::new());
    while let Some((before, (name, after))) = path
        .split_once('{')
        .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        write!(arguments, ", \"{name}_1\"").expect("a string");
        path = format!("{before}{name}_1{after}");
    }
    (path, arguments)
}
