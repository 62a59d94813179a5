use std::collections::BTreeMap;

use crate::runtime::{IntoParam, Unrecognized};
use crate::runtime::encode::Fields;
use crate::webs::WebEnum;
use crate::webs::params::{WebDeepParams, WebEmptyParams};

/// Parameters of `POST /v1/webs`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateWeb {
    pub(super) fields: Fields,
}

impl CreateWeb {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `deep`.
    #[inline]
    pub fn deep(mut self, value: impl IntoIterator<Item = WebDeepParams>) -> Self {
        self.fields.list("deep", value);
        self
    }

    /// Sets `empty`.
    #[inline]
    pub fn empty(mut self, value: WebEmptyParams) -> Self {
        self.fields.set("empty", value);
        self
    }

    /// Sets `enums`.
    #[inline]
    pub fn enums(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, WebEnum)>,
    ) -> Self {
        self.fields.map("enums", value);
        self
    }

    /// Sets `free`.
    #[inline]
    pub fn free(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.fields.text_map("free", value);
        self
    }

    /// Sets `grid`.
    #[inline]
    pub fn grid(mut self, value: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.fields.list("grid", value);
        self
    }

    /// Sets `grids`.
    #[inline]
    pub fn grids(mut self, value: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.fields.list("grids", value);
        self
    }

    /// Sets `lists`.
    #[inline]
    pub fn lists(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, Vec<WebList>)>,
    ) -> Self {
        self.fields.map("lists", value);
        self
    }

    /// Sets `maps`.
    #[inline]
    pub fn maps(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, BTreeMap<String, String>)>,
    ) -> Self {
        self.fields.map("maps", value);
        self
    }

    /// Sets `nothing`.
    #[inline]
    pub fn nothing(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("nothing", value);
        self
    }

    /// Clears `nothing` on the server by sending it empty.
    #[inline]
    pub fn clear_nothing(mut self) -> Self {
        self.fields.clear("nothing");
        self
    }

    /// Sets `texts`.
    #[inline]
    pub fn texts(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.fields.text_map("texts", value);
        self
    }
}

/// Values of `lists{}[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebList {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
