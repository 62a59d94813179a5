use std::collections::BTreeMap;

use crate::runtime::{Expandable, Unrecognized};
use crate::shared::WebKnotOwnerRef;
use crate::webs::{WebInlineEntry, WebKnot, WebsWebInline};

/// The API's `web`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Web {
    /// `enums` in the API.
    pub enums: Option<BTreeMap<String, WebEnum>>,
    /// `grid` in the API.
    pub grid: Option<Vec<Vec<i64>>>,
    /// `ids` in the API.
    pub ids: Option<BTreeMap<String, Expandable<WebKnotOwnerRef>>>,
    /// `inline` in the API.
    pub inline: Option<Box<WebsWebInline>>,
    /// `inlines` in the API.
    pub inlines: Option<Vec<WebInlineEntry>>,
    /// `listed` in the API.
    pub listed: Option<Vec<BTreeMap<String, Vec<WebListed>>>>,
    /// `lists` in the API.
    pub lists: Option<BTreeMap<String, Vec<WebKnot>>>,
    /// `maps` in the API.
    pub maps: Option<BTreeMap<String, BTreeMap<String, WebKnot>>>,
}

/// Values of `enums{}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebEnum {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `listed[]{}[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebListed {
    /// `x`
    X,
    /// `y`
    Y,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
