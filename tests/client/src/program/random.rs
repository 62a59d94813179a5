//! Random calls of an operation.

use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::Source;
use super::build::join;
use super::model::{Call, Object, Value};
use super::plain;
use super::value::BOUNDS;
use crate::forms::{Field, Operation, Shape};

/// The limits of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// The document: a server that knows it accepts the call.
    Document,
    /// The types: everything that the crate can send.
    Types,
}

/// Leaves room for the server's address. The crate `http` rejects more than 65,534
/// bytes.
const LONGEST_URL: usize = 65_000;

/// Members of objects with at most this many are set often; larger objects would make
/// calls too large.
const FEW: usize = 4;

/// An enum value that the crate offers and the server rejects.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// The operation.
    pub root: &'static str,
    pub path: &'static str,
    pub value: &'static str,
    pub reason: &'static str,
}

/// Returns a strategy for calls of an operation.
pub fn calls(
    source: &Source,
    operation: &Operation,
    limits: Limits,
    exceptions: &[Exception],
) -> BoxedStrategy<Call> {
    let root = &source.operation(operation).root;
    let random = Random { source, root, limits, exceptions };
    let ids: Vec<_> =
        operation.ids.iter().map(|id| plain::id(id.longest, limits)).collect();
    let params = match operation.fields.as_slice() {
        [] => Just(Object::default()).boxed(),
        fields => random.object("", fields),
    };
    let (root, method, template) =
        (root.clone(), operation.method.clone(), operation.path.clone());
    (ids, params, random.expand(operation))
        .prop_map(move |(ids, params, expand)| Call {
            root: root.clone(),
            method: method.clone(),
            template: template.clone(),
            ids,
            params,
            expand,
        })
        .prop_filter("a URL that can be", fits)
        .boxed()
}

/// Several strings of the maximal length make a URL longer than HTTP libraries accept.
fn fits(call: &Call) -> bool {
    let query = if call.method == "GET" { call.form().len() } else { 0 };
    call.path().len() + query < LONGEST_URL
}

struct Random<'a> {
    source: &'a Source,
    root: &'a str,
    limits: Limits,
    exceptions: &'a [Exception],
}

impl Random<'_> {
    fn expand(&self, operation: &Operation) -> BoxedStrategy<Vec<String>> {
        if !operation.expand {
            return Just(Vec::new()).boxed();
        }
        match self.limits {
            Limits::Document => {
                let paths = self.source.expandable(operation);
                subsequence(paths.clone(), 0..=paths.len()).boxed()
            }
            Limits::Types => {
                prop::collection::vec(plain::text(None, self.limits), 0..3).boxed()
            }
        }
    }

    /// Sets some of the members in some order, including the required ones.
    fn object(&self, path: &str, fields: &[Field]) -> BoxedStrategy<Object> {
        let names = self.source.arguments(self.root, path).to_vec();
        let named = |name: &String| fields.iter().find(|field| field.name == *name);
        let arguments: Vec<_> = names
            .iter()
            .map(|name| named(name).unwrap_or_else(|| panic!("{path} has no `{name}`")))
            .map(|field| self.value(&join(path, &field.name), &field.shape))
            .collect();
        let setters = self.setters(path, fields, &names).prop_shuffle();
        let object = (arguments, setters).prop_map(move |(arguments, setters)| Object {
            arguments: names.iter().cloned().zip(arguments).collect(),
            setters,
        });
        if self.may_be_silent(path) {
            return object.boxed();
        }
        object.prop_filter("something is set", |object| !object.is_silent()).boxed()
    }

    /// Returns `true` if nothing has to be set in the object at a path. Optional objects in
    /// which nothing is set are not sent; required ones and items are rejected.
    fn may_be_silent(&self, path: &str) -> bool {
        let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
        let is_argument =
            || self.source.arguments(self.root, parent).iter().any(|n| n == name);
        path.is_empty()
            || (self.limits == Limits::Types
                && !path.ends_with([']', '}'])
                && !is_argument())
    }

    /// Chooses the setters to call; occasionally a member that `new` has set is set
    /// again.
    fn setters(
        &self,
        path: &str,
        fields: &[Field],
        arguments: &[String],
    ) -> impl Strategy<Value = Vec<(String, Value)>> + use<> {
        let share = if fields.len() <= FEW { 0.5 } else { 0.2 };
        let setter = |field: &Field| {
            let share = match field.required {
                true if arguments.contains(&field.name) => 0.1,
                true => 1.0,
                false => share,
            };
            let name = field.name.clone();
            let value = self.member(&join(path, &field.name), field);
            weighted(share, value.prop_map(move |value| (name.clone(), value)))
        };
        let fields = fields.iter().filter(|field| !field.shape.is_memberless());
        let setters: Vec<_> = fields.map(setter).collect();
        setters.prop_map(|made| made.into_iter().flatten().collect())
    }

    fn member(&self, path: &str, field: &Field) -> BoxedStrategy<Value> {
        let value = self.value(path, &field.shape);
        if field.clearable {
            return prop_oneof![4 => value, 1 => Just(Value::Clear)].boxed();
        }
        value
    }

    fn value(&self, path: &str, shape: &Shape) -> BoxedStrategy<Value> {
        let limits = self.limits;
        let least = usize::from(limits == Limits::Document);
        match shape {
            Shape::Object(fields) => {
                self.object(path, fields).prop_map(Value::Object).boxed()
            }
            Shape::List(of) => {
                let item = match of.as_ref() {
                    Shape::Enum(_) => self.choice(path),
                    of => self.value(&format!("{path}[]"), of),
                };
                prop::collection::vec(item, least..=3).prop_map(Value::List).boxed()
            }
            Shape::Map(of) => {
                let entry = self.value(&format!("{path}{{}}"), of);
                let entry = (plain::map_key(limits), entry);
                prop::collection::vec(entry, least..=3).prop_map(Value::Map).boxed()
            }
            Shape::Enum(_) => self.choice(path),
            Shape::Range => range(),
            shape => plain::value(shape, limits).prop_map(Value::Plain).boxed(),
        }
    }

    /// Returns a value of the enum at a path, among those that the crate offers.
    fn choice(&self, path: &str) -> BoxedStrategy<Value> {
        let offered = self.source.line(self.root, path).values.clone();
        if self.limits == Limits::Types {
            let unknown = plain::text(None, self.limits);
            let known = offered.clone();
            let unknown =
                unknown.prop_filter("no variant", move |text| !known.contains(text));
            let known = select(offered).prop_map(Value::Plain);
            return prop_oneof![known, unknown.prop_map(Value::Unknown)].boxed();
        }
        let is_accepted = |value: &String| {
            let here = (self.root, path, value.as_str());
            !self.exceptions.iter().any(|e| (e.root, e.path, e.value) == here)
        };
        let values: Vec<_> = offered.into_iter().filter(is_accepted).collect();
        select(values).prop_map(Value::Plain).boxed()
    }
}

/// Returns an exact value or some of the bounds.
fn range() -> BoxedStrategy<Value> {
    let bound = |name: &'static str| {
        plain::integer().prop_map(move |value| (name.to_owned(), Value::Plain(value)))
    };
    let bounds: Vec<_> = BOUNDS.map(|name| weighted(0.5, bound(name))).into();
    let bounds = bounds.prop_map(|made| made.into_iter().flatten().collect::<Vec<_>>());
    let bounds = bounds.prop_filter("a bound", |setters| !setters.is_empty());
    let bounds = bounds
        .prop_shuffle()
        .prop_map(|setters| Value::Object(Object { arguments: Vec::new(), setters }));
    prop_oneof![plain::integer().prop_map(Value::Plain), bounds].boxed()
}
