//! The value of one parameter.

use std::borrow::Cow;
use std::fmt;

use super::Fields;
use crate::runtime::values::decimal::Decimal;
use crate::runtime::values::file::FileUpload;
use crate::runtime::values::secret::Secret;

/// The value of a parameter that was set.
#[derive(Clone)]
pub struct ParamValue(pub(super) Kind);

#[derive(Clone)]
pub(super) enum Kind {
    Clear,
    Text(String),
    Secret(Secret),
    Integer(i64),
    Boolean(bool),
    Number(f64),
    Decimal(Decimal),
    /// Boxed, since other values are much smaller.
    File(Box<FileUpload>),
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

    /// Returns the file.
    #[must_use]
    pub fn as_file(&self) -> Option<&FileUpload> {
        match &self.0 {
            Kind::File(file) => Some(file),
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

/// Two values are equal if the same is sent for both, except for the spelling of numbers.
impl PartialEq for ParamValue {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Kind::Clear, Kind::Clear) | (Kind::Memberless, Kind::Memberless) => true,
            (Kind::Integer(a), Kind::Integer(b)) => a == b,
            (Kind::Boolean(a), Kind::Boolean(b)) => a == b,
            (Kind::Number(a), Kind::Number(b)) => a == b,
            (Kind::File(a), Kind::File(b)) => a == b,
            (Kind::List(a), Kind::List(b)) => a == b,
            (a, b) => match (a.text(), b.text()) {
                (Some(a), Some(b)) => a == b,
                (None, None) => match (a.entries(), b.entries()) {
                    (Some(a), Some(b)) => a == b,
                    _ => false,
                },
                _ => false,
            },
        }
    }
}

impl Kind {
    /// Returns the string that is sent for a string or a decimal.
    fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(text.into()),
            Self::Secret(secret) => Some(secret.expose().into()),
            Self::Decimal(decimal) => {
                Some(decimal.plain().unwrap_or_else(|| decimal.as_str().into()))
            }
            _ => None,
        }
    }

    /// Returns the names and values of an object or a map, sorted by name.
    fn entries(&self) -> Option<Vec<(&str, &ParamValue)>> {
        match self {
            Self::Object(fields) => Some(fields.iter().collect()),
            Self::Map(entries) => {
                Some(entries.iter().map(|(key, value)| (key.as_str(), value)).collect())
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
            Kind::File(file) => file.fmt(f),
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
