//! The value of one parameter.

use std::fmt;

use super::Fields;
use crate::runtime::{Decimal, Secret};

/// The value of a parameter that was set.
#[derive(Clone, PartialEq)]
pub struct ParamValue(pub(super) Kind);

#[derive(Clone, PartialEq)]
pub(super) enum Kind {
    Clear,
    Text(String),
    Secret(Secret),
    Integer(i64),
    Boolean(bool),
    Number(f64),
    Decimal(Decimal),
    List(Vec<ParamValue>),
    Object(Fields),
    /// An object without members.
    Memberless,
    /// A map with arbitrary keys, sorted by key.
    Map(Vec<(String, ParamValue)>),
}

impl ParamValue {
    /// An object without members. A form cannot express it: a call with it is rejected.
    #[allow(dead_code, reason = "what is emitted decides what is needed")]
    pub(crate) const MEMBERLESS: Self = Self(Kind::Memberless);

    /// Returns `true` if the parameter is sent empty, to clear it on the server.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        matches!(self.0, Kind::Clear)
    }

    /// Returns the string, including that of an enum value, a decimal or a secret.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Kind::Text(text) => Some(text),
            Kind::Secret(secret) => Some(secret.expose()),
            Kind::Decimal(decimal) => Some(decimal.as_str()),
            _ => None,
        }
    }

    /// Returns the integer, including that of a timestamp.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Kind::Integer(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the floating-point number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self.0 {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.0 {
            Kind::Boolean(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the items of a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        match &self.0 {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// Returns a field of an object, or an entry of a map.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match &self.0 {
            Kind::Object(fields) => fields.get(name),
            Kind::Map(entries) => {
                let index = entries.binary_search_by(|(key, _)| key.as_str().cmp(name));
                entries.get(index.ok()?).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

impl fmt::Debug for ParamValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Clear => f.write_str("[clear]"),
            Kind::Text(text) => text.fmt(f),
            Kind::Secret(secret) => secret.fmt(f),
            Kind::Integer(value) => value.fmt(f),
            Kind::Boolean(value) => value.fmt(f),
            Kind::Number(value) => value.fmt(f),
            Kind::Decimal(value) => value.fmt(f),
            Kind::List(items) => items.fmt(f),
            Kind::Object(fields) => fields.fmt(f),
            Kind::Memberless => f.write_str("{}"),
            Kind::Map(entries) => f
                .debug_map()
                .entries(entries.iter().map(|(key, value)| (key, value)))
                .finish(),
        }
    }
}
