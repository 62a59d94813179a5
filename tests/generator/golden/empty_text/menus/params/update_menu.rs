use crate::menus::params::MenuCoverParams;
use crate::runtime::{IntoParam, Unrecognized};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/menus/{id}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateMenu {
    pub(super) fields: Fields,
}

impl UpdateMenu {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `cover`.
    #[inline]
    pub fn cover(mut self, value: MenuCoverParams) -> Self {
        self.fields.set("cover", value);
        self
    }

    /// Clears `cover` on the server by sending it empty.
    #[inline]
    pub fn clear_cover(mut self) -> Self {
        self.fields.clear("cover");
        self
    }

    /// Sets `dishes`.
    #[inline]
    pub fn dishes(mut self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields.texts("dishes", value);
        self
    }

    /// Clears `dishes` on the server by sending it empty.
    #[inline]
    pub fn clear_dishes(mut self) -> Self {
        self.fields.clear("dishes");
        self
    }

    /// Sets `font`.
    #[inline]
    pub fn font(mut self, value: MenuFont) -> Self {
        self.fields.set("font", value);
        self
    }

    /// Clears `font` on the server by sending it empty.
    #[inline]
    pub fn clear_font(mut self) -> Self {
        self.fields.clear("font");
        self
    }

    /// Sets `hours`.
    #[inline]
    pub fn hours(mut self, value: i64) -> Self {
        self.fields.integer("hours", value);
        self
    }

    /// Clears `hours` on the server by sending it empty.
    #[inline]
    pub fn clear_hours(mut self) -> Self {
        self.fields.clear("hours");
        self
    }

    /// Sets `name`.
    #[inline]
    pub fn name(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("name", value);
        self
    }

    /// Clears `name` on the server by sending it empty.
    #[inline]
    pub fn clear_name(mut self) -> Self {
        self.fields.clear("name");
        self
    }

    /// Sets `notes`.
    #[inline]
    pub fn notes(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.fields.text_map("notes", value);
        self
    }

    /// Clears `notes` on the server by sending it empty.
    #[inline]
    pub fn clear_notes(mut self) -> Self {
        self.fields.clear("notes");
        self
    }

    /// Sets `order`.
    #[inline]
    pub fn order(mut self, value: MenuOrder) -> Self {
        self.fields.set("order", value);
        self
    }

    /// Clears `order` on the server by sending it empty.
    #[inline]
    pub fn clear_order(mut self) -> Self {
        self.fields.clear("order");
        self
    }
}

/// Values of `font`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MenuFont {
    /// `sans`
    Sans,
    /// `serif`
    Serif,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `order`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MenuOrder {
    /// `manual`
    Manual,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
