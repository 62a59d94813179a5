use std::collections::BTreeMap;

use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;
use crate::web::WebEnum;
use crate::web::params::{WebDeepParams, WebEmptyParams};

/// Parameters of `POST /v1/webs`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateWeb(pub(super) Fields);

impl CreateWeb {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `grid`.
    #[inline]
    pub fn grid(self, value: impl IntoIterator<Item = Vec<i64>>) -> Self {
        Self(self.0.list("grid", value))
    }

    /// Sets `grids`.
    #[inline]
    pub fn grids(self, value: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self(self.0.list("grids", value))
    }

    /// Sets `maps`.
    #[inline]
    pub fn maps(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, BTreeMap<String, String>)>,
    ) -> Self {
        Self(self.0.map("maps", value))
    }

    /// Sets `lists`.
    #[inline]
    pub fn lists(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, Vec<WebList>)>,
    ) -> Self {
        Self(self.0.map("lists", value))
    }

    /// Sets `enums`.
    #[inline]
    pub fn enums(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, WebEnum)>,
    ) -> Self {
        Self(self.0.map("enums", value))
    }

    /// Sets `texts`.
    #[inline]
    pub fn texts(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self(self.0.text_map("texts", value))
    }

    /// Sets `empty`.
    #[inline]
    pub fn empty(self, value: WebEmptyParams) -> Self {
        Self(self.0.set("empty", value))
    }

    /// Sets `nothing`.
    #[inline]
    pub fn nothing(self, value: impl Into<String>) -> Self {
        Self(self.0.text("nothing", value))
    }

    /// Clears `nothing` on the server by sending it empty.
    #[inline]
    pub fn clear_nothing(self) -> Self {
        Self(self.0.clear("nothing"))
    }

    /// Sets `free`.
    #[inline]
    pub fn free(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self(self.0.text_map("free", value))
    }

    /// Sets `deep`.
    #[inline]
    pub fn deep(self, value: impl IntoIterator<Item = WebDeepParams>) -> Self {
        Self(self.0.list("deep", value))
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
