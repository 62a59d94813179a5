//! Calls as data: the setters to call with their values, and the expected request.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::form_text::{self, Key, Step, below};

/// A call of an operation.
#[derive(Clone, Debug)]
pub struct Call {
    /// The component and the operation.
    pub root: String,
    pub method: String,
    /// `/v1/checkout/sessions/{session}`
    pub template: String,
    /// The values for the template.
    pub ids: Vec<String>,
    pub params: Object,
    pub expand: Vec<String>,
}

/// The calls that build a parameter object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The arguments of `new` in their order, with the names of their parameters.
    pub arguments: Vec<(String, Value)>,
    /// The setters in the order of their calls, after `new`; the last call of a setter
    /// counts.
    pub setters: Vec<(String, Value)>,
}

/// The argument of a setter.
#[derive(Clone, Debug)]
pub enum Value {
    /// The setter that clears.
    Clear,
    /// A value that is not a container, as it is sent.
    Plain(String),
    /// An enum value without a variant.
    Unknown(String),
    List(Vec<Value>),
    /// The last one of equal keys counts.
    Map(Vec<(String, Value)>),
    /// An object, or the bounds of a range, which have no arguments.
    Object(Object),
}

impl Call {
    /// Returns the call as one line for the program.
    pub(super) fn json(&self, case: usize) -> Json {
        json!({
            "case": case.to_string(),
            "root": self.root,
            "ids": self.ids,
            "params": self.params.json(),
            "expand": self.expand,
        })
    }

    /// Returns the path on the wire.
    pub fn path(&self) -> String {
        let mut path = self.template.clone();
        for id in &self.ids {
            let (before, rest) = path.split_once('{').expect("an id has a place");
            let (_, after) = rest.split_once('}').expect("the place has an end");
            path = format!("{before}{}{after}", form_text::escape(id));
        }
        path
    }

    /// Returns keys and values in their order on the wire.
    pub fn pairs(&self) -> Vec<(Key, String)> {
        let mut pairs = Vec::new();
        self.params.send(&Vec::new(), &mut pairs);
        for (index, path) in self.expand.iter().enumerate() {
            let key = vec![Step::Name("expand".to_owned()), Step::Index(index)];
            pairs.push((key, path.clone()));
        }
        pairs.sort();
        pairs
    }

    /// Returns the form, which is the body or the query.
    pub fn form(&self) -> String {
        form_text::body(&self.pairs())
    }
}

impl Object {
    /// Returns `true` if nothing is sent.
    pub fn is_silent(&self) -> bool {
        self.values().values().all(|value| value.is_silent())
    }

    /// Returns the final value of each member.
    fn values(&self) -> BTreeMap<&str, &Value> {
        let calls = self.arguments.iter().chain(&self.setters);
        calls.map(|(name, value)| (name.as_str(), value)).collect()
    }

    fn json(&self) -> Json {
        let arguments: Vec<_> =
            self.arguments.iter().map(|(_, value)| value.json()).collect();
        json!({ "arguments": arguments, "setters": entries(&self.setters) })
    }

    fn send(&self, key: &Key, pairs: &mut Vec<(Key, String)>) {
        for (name, value) in self.values() {
            value.send(&below(key, Step::Name(name.to_owned())), pairs);
        }
    }
}

impl Value {
    /// Returns `true` for an object in which nothing is set, a map without entries, or a
    /// list of nothing else.
    fn is_silent(&self) -> bool {
        match self {
            Self::Clear | Self::Plain(_) | Self::Unknown(_) => false,
            Self::List(items) => !items.is_empty() && items.iter().all(Self::is_silent),
            Self::Map(entries) => entries.iter().all(|(_, value)| value.is_silent()),
            Self::Object(object) => object.is_silent(),
        }
    }

    fn json(&self) -> Json {
        match self {
            Self::Clear => Json::Null,
            Self::Plain(text) => json!(text),
            Self::Unknown(text) => json!({ "unknown": text }),
            Self::List(items) => items.iter().map(Self::json).collect(),
            Self::Map(given) => entries(given),
            Self::Object(object) => object.json(),
        }
    }

    fn send(&self, key: &Key, pairs: &mut Vec<(Key, String)>) {
        match self {
            Self::Clear => pairs.push((key.clone(), String::new())),
            Self::Plain(text) | Self::Unknown(text) => {
                pairs.push((key.clone(), text.clone()));
            }
            Self::List(items) if items.is_empty() => {
                pairs.push((key.clone(), String::new()));
            }
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.send(&below(key, Step::Index(index)), pairs);
                }
            }
            Self::Map(entries) => {
                let entries: BTreeMap<_, _> =
                    entries.iter().map(|(name, value)| (name, value)).collect();
                for (name, value) in entries {
                    value.send(&below(key, Step::Entry(name.clone())), pairs);
                }
            }
            Self::Object(object) => object.send(key, pairs),
        }
    }
}

/// Returns pairs, since their order counts.
fn entries(given: &[(String, Value)]) -> Json {
    given.iter().map(|(name, value)| json!([name, value.json()])).collect()
}
