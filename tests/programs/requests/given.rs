//! The calls to make, and conversions of their values.

use std::fmt::{Debug, Display};

pub use serde_json::Value as Json;
use stripe_sessions::RangeFilter;

/// A call, as read from the input.
pub struct Given(Json);

impl Given {
    pub fn read(line: &str) -> Self {
        Self(serde_json::from_str(line).expect("a call is JSON"))
    }

    pub fn case(&self) -> &str {
        text(&self.0["case"])
    }

    pub fn root(&self) -> &str {
        text(&self.0["root"])
    }

    pub fn id(&self, index: usize) -> &str {
        text(&self.0["ids"][index])
    }

    pub fn params(&self) -> &Json {
        &self.0["params"]
    }

    pub fn expand(&self) -> Vec<&str> {
        list(&self.0["expand"], text)
    }
}

/// Returns an argument of `new`.
pub fn argument(object: &Json, index: usize) -> &Json {
    &object["arguments"][index]
}

/// Returns the setters to call, with their values.
pub fn setters(object: &Json) -> Vec<(&str, &Json)> {
    list(&object["setters"], |pair| (text(&pair[0]), &pair[1]))
}

pub fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text"))
}

pub fn integer(value: &Json) -> i64 {
    text(value).parse().expect("an integer")
}

pub fn number(value: &Json) -> f64 {
    text(value).parse().expect("a number")
}

pub fn boolean(value: &Json) -> bool {
    text(value).parse().expect("true or false")
}

/// Converts an enum value: one that has a variant, or an unknown one that is kept.
pub fn choice<E: for<'a> From<&'a str> + Debug + Display>(value: &Json) -> E {
    let unknown = value.get("unknown");
    let given = text(unknown.unwrap_or(value));
    let made = E::from(given);
    let is_unknown = format!("{made:?}").starts_with("Unrecognized");
    assert_eq!(is_unknown, unknown.is_some(), "the variant of `{given}`: {made:?}");
    assert_eq!(made.to_string(), given);
    made
}

pub fn list<'a, T>(value: &'a Json, item: impl FnMut(&'a Json) -> T) -> Vec<T> {
    let items = value.as_array().unwrap_or_else(|| panic!("{value} is not a list"));
    items.iter().map(item).collect()
}

pub fn map<'a, T>(
    value: &'a Json,
    mut entry: impl FnMut(&'a Json) -> T,
) -> Vec<(&'a str, T)> {
    list(value, |pair| (text(&pair[0]), entry(&pair[1])))
}

/// Converts an exact value or bounds.
pub fn range(value: &Json, bounds: impl Fn(&Json) -> RangeFilter) -> RangeFilter {
    if value.is_string() { RangeFilter::from(integer(value)) } else { bounds(value) }
}
