//! Positions in JSON.

use std::fmt;

use serde_json::Value;

/// The path from the root to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Step {
    Key(String),
    /// A key that the caller of the API has chosen.
    Entry(String),
    Index(usize),
}

impl Place {
    pub fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    pub fn entry(&self, key: &str) -> Self {
        self.step(Step::Entry(key.to_owned()))
    }

    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// Returns the position of the surrounding value.
    pub fn parent(&self) -> Self {
        let (_, around) = self.0.split_last().expect("the root has no parent");
        Self(around.to_vec())
    }

    /// Returns the last key, unless the position is the root or the item of an array.
    pub fn last_key(&self) -> Option<&str> {
        match self.0.last()? {
            Step::Key(key) | Step::Entry(key) => Some(key),
            Step::Index(_) => None,
        }
    }

    /// Returns `true` if this position is the other one or inside it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Returns `true` if the position is in an item with the same structure as the one
    /// before it.
    pub fn is_repeated(&self) -> bool {
        self.0.iter().any(|step| match step {
            Step::Index(index) => *index > 0,
            Step::Entry(key) => key != super::sample::KEYS[0],
            Step::Key(_) => false,
        })
    }

    /// Returns the path as in the inventory: without indices and keys of maps.
    pub fn pattern(&self) -> String {
        self.0.iter().fold(String::new(), |path, step| match step {
            Step::Key(key) if path.is_empty() => key.clone(),
            Step::Key(key) => format!("{path}.{key}"),
            Step::Entry(_) => path + "{}",
            Step::Index(_) => path + "[]",
        })
    }

    /// Returns the value at this position, if any.
    pub fn find<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Key(key) | Step::Entry(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }

    /// Returns the value at this position, mutably.
    pub fn find_mut<'v>(&self, root: &'v mut Value) -> Option<&'v mut Value> {
        self.0.iter().try_fold(root, |value, step| match step {
            Step::Key(key) | Step::Entry(key) => value.get_mut(key),
            Step::Index(index) => value.get_mut(index),
        })
    }

    /// Returns a copy of `root` with another value at this position.
    pub fn set(&self, root: &Value, value: Value) -> Value {
        let mut root = root.clone();
        *self.find_mut(&mut root).expect("the place is in the value") = value;
        root
    }

    /// Returns a copy of `root` without the key at this position.
    pub fn remove(&self, root: &Value) -> Value {
        let mut root = root.clone();
        let object = self.parent().find_mut(&mut root).and_then(Value::as_object_mut);
        let object = object.expect("the place is in an object");
        let removed = self.last_key().and_then(|key| object.remove(key));
        removed.expect("the key is there");
        root
    }
}

/// Formats the position like the errors of the crate do.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) | Step::Entry(key) if number == 0 => f.write_str(key)?,
                Step::Key(key) | Step::Entry(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}
