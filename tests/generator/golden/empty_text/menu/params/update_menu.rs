use crate::menu::params::MenuCoverParams;
use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/menus/{id}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateMenu(pub(super) Fields);

impl UpdateMenu {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `font`.
    #[inline]
    pub fn font(self, value: MenuFont) -> Self {
        Self(self.0.set("font", value))
    }

    /// Clears `font` on the server by sending it empty.
    #[inline]
    pub fn clear_font(self) -> Self {
        Self(self.0.clear("font"))
    }

    /// Sets `order`.
    #[inline]
    pub fn order(self, value: MenuOrder) -> Self {
        Self(self.0.set("order", value))
    }

    /// Clears `order` on the server by sending it empty.
    #[inline]
    pub fn clear_order(self) -> Self {
        Self(self.0.clear("order"))
    }

    /// Sets `name`.
    #[inline]
    pub fn name(self, value: impl Into<String>) -> Self {
        Self(self.0.text("name", value))
    }

    /// Clears `name` on the server by sending it empty.
    #[inline]
    pub fn clear_name(self) -> Self {
        Self(self.0.clear("name"))
    }

    /// Sets `dishes`.
    #[inline]
    pub fn dishes(self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.texts("dishes", value))
    }

    /// Clears `dishes` on the server by sending it empty.
    #[inline]
    pub fn clear_dishes(self) -> Self {
        Self(self.0.clear("dishes"))
    }

    /// Sets `notes`.
    #[inline]
    pub fn notes(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self(self.0.text_map("notes", value))
    }

    /// Clears `notes` on the server by sending it empty.
    #[inline]
    pub fn clear_notes(self) -> Self {
        Self(self.0.clear("notes"))
    }

    /// Sets `hours`.
    #[inline]
    pub fn hours(self, value: i64) -> Self {
        Self(self.0.integer("hours", value))
    }

    /// Clears `hours` on the server by sending it empty.
    #[inline]
    pub fn clear_hours(self) -> Self {
        Self(self.0.clear("hours"))
    }

    /// Sets `cover`.
    #[inline]
    pub fn cover(self, value: MenuCoverParams) -> Self {
        Self(self.0.set("cover", value))
    }

    /// Clears `cover` on the server by sending it empty.
    #[inline]
    pub fn clear_cover(self) -> Self {
        Self(self.0.clear("cover"))
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
