//! Changes at a path in JSON.

use serde_json::{Map, Value};

use crate::runtime::decode::{DecodeError, json_kind};

/// A step of a path.
struct Step<'p> {
    name: Name,
    /// The path before this step.
    from: &'p str,
}

enum Name {
    Key(String),
    Index(usize),
}

/// Sets the value at a path. Missing objects and lists on the path are taken from
/// `full`, whose lists have one item that serves as the model for all.
pub(super) fn set(
    root: &mut Value,
    full: &Value,
    path: &str,
    value: Value,
) -> Result<(), DecodeError> {
    let mut at = root;
    let mut full = Some(full);
    for step in steps(path)? {
        if at.is_null() {
            *at = full.cloned().filter(|full| !full.is_null()).unwrap_or_else(object);
        }
        full = full.and_then(|full| step.name.model(full));
        at = match (&step.name, at) {
            (Name::Key(key), Value::Object(map)) => {
                map.entry(key.as_str()).or_insert(Value::Null)
            }
            (name, at) => {
                if let (Name::Index(index), Value::Array(items)) = (name, &mut *at)
                    && *index == items.len()
                {
                    items.push(Value::Null);
                }
                let fault = step.fault(at);
                name.get_mut(at).ok_or(fault)?
            }
        };
    }
    *at = value;
    Ok(())
}

/// Removes the value at a path.
pub(super) fn remove(root: &mut Value, path: &str) -> Result<(), DecodeError> {
    let mut steps = steps(path)?;
    let Some(last) = steps.pop() else { return Err(no_path(path)) };
    let mut at = root;
    for step in steps {
        let fault = step.fault(at);
        at = step.name.get_mut(at).ok_or(fault)?;
    }
    let fault = last.fault(at);
    let removed = match (&last.name, at) {
        (Name::Key(key), Value::Object(map)) => map.remove(key),
        (Name::Index(index), Value::Array(items)) if *index < items.len() => {
            Some(items.remove(*index))
        }
        _ => None,
    };
    removed.map(drop).ok_or(fault)
}

fn object() -> Value {
    Value::Object(Map::new())
}

impl Name {
    fn model<'v>(&self, full: &'v Value) -> Option<&'v Value> {
        match self {
            Self::Key(key) => full.get(key),
            Self::Index(_) => full.get(0),
        }
    }

    fn get_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        match self {
            Self::Key(key) => value.get_mut(key),
            Self::Index(index) => value.get_mut(index),
        }
    }
}

impl Step<'_> {
    /// Returns the error for a step that leads nowhere.
    fn fault(&self, at: &Value) -> DecodeError {
        let message = match (&self.name, at) {
            (Name::Key(key), Value::Object(_)) => format!("no key `{key}`"),
            (Name::Index(index), Value::Array(items)) => {
                format!("no item {index} in an array of {}", items.len())
            }
            (Name::Key(_), _) => format!("expected an object, found {}", json_kind(at)),
            (Name::Index(_), _) => format!("expected an array, found {}", json_kind(at)),
        };
        DecodeError::new(self.from.to_owned(), message, None)
    }
}

fn no_path(path: &str) -> DecodeError {
    let message = "not a path such as `a.b[0]`".to_owned();
    DecodeError::new(path.to_owned(), message, None)
}

/// Parses a path, which has at least one step.
fn steps(path: &str) -> Result<Vec<Step<'_>>, DecodeError> {
    let mut steps = Vec::new();
    let mut rest = path;
    while steps.is_empty() || !rest.is_empty() {
        let from = &path[..path.len() - rest.len()];
        let read = match rest.strip_prefix('[') {
            Some(inside) => in_brackets(inside),
            None if steps.is_empty() => key(rest),
            None => rest.strip_prefix('.').and_then(key),
        };
        let (name, behind) = read.ok_or_else(|| no_path(path))?;
        steps.push(Step { name, from });
        rest = behind;
    }
    Ok(steps)
}

fn key(text: &str) -> Option<(Name, &str)> {
    let end = text.find(['.', '[', ']']).unwrap_or(text.len());
    let (key, rest) = text.split_at_checked(end)?;
    (!key.is_empty()).then(|| (Name::Key(key.to_owned()), rest))
}

/// Parses `0]` or `"a key"]`.
fn in_brackets(text: &str) -> Option<(Name, &str)> {
    if !text.starts_with('"') {
        let (index, rest) = text.split_once(']')?;
        return Some((Name::Index(index.parse().ok()?), rest));
    }
    let mut texts = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let key = texts.next()?.ok()?;
    let rest = text.get(texts.byte_offset()..)?;
    Some((Name::Key(key), rest.strip_prefix(']')?))
}
