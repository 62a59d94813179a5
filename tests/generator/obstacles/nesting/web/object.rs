use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::web::{WebInline, WebInlineEntry, WebKnot, WebKnotOwner};

/// The API's `web`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Web {
    /// `grid` in the API.
    pub grid: Option<Vec<Vec<i64>>>,
    /// `maps` in the API.
    pub maps: Option<BTreeMap<String, BTreeMap<String, WebKnot>>>,
    /// `lists` in the API.
    pub lists: Option<BTreeMap<String, Vec<WebKnot>>>,
    /// `enums` in the API.
    pub enums: Option<BTreeMap<String, Enum>>,
    /// `ids` in the API.
    pub ids: Option<BTreeMap<String, Expandable<WebKnotOwner>>>,
    /// `listed` in the API.
    pub listed: Option<Vec<BTreeMap<String, Vec<Listed>>>>,
    /// `inline` in the API.
    pub inline: Option<Box<WebInline>>,
    /// `inlines` in the API.
    pub inlines: Option<Vec<WebInlineEntry>>,
}

/// Values of `enums{}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Enum {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `listed[]{}[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Listed {
    /// `x`
    X,
    /// `y`
    Y,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
