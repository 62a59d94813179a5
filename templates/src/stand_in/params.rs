//! The parameters of the stand-in.

use super::Mode;
use crate::runtime::encode::Fields;
use crate::runtime::{Decimal, EncodeError, RangeFilter, Timestamp};

/// The parameters for creating a widget.
#[derive(Clone, PartialEq)]
pub struct CreateWidget(pub(super) Fields);

impl CreateWidget {
    /// Creates parameters with the required values.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self(Fields::new().text("name", name))
    }

    /// The mode.
    #[inline]
    #[must_use]
    pub fn mode(self, mode: Mode) -> Self {
        Self(self.0.set("mode", mode))
    }

    /// The parts.
    #[must_use]
    pub fn parts(self, parts: impl IntoIterator<Item = PartParams>) -> Self {
        Self(self.0.list("parts", parts))
    }

    /// The first part.
    #[must_use]
    pub fn part(self, part: PartParams) -> Self {
        Self(self.0.set("part", part))
    }

    /// Sets an empty list of parts.
    #[must_use]
    pub fn clear_parts(self) -> Self {
        Self(self.0.clear("parts"))
    }

    /// Other possible modes.
    #[must_use]
    pub fn modes(self, modes: impl IntoIterator<Item = Mode>) -> Self {
        Self(self.0.list("modes", modes))
    }

    /// A password.
    #[must_use]
    pub fn password(self, password: impl Into<String>) -> Self {
        Self(self.0.secret("password", password))
    }

    /// The start time.
    #[must_use]
    pub fn starts_at(self, starts_at: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("starts_at", starts_at))
    }

    /// Activates the widget when `true`.
    #[must_use]
    pub fn active(self, active: bool) -> Self {
        Self(self.0.boolean("active", active))
    }

    /// A share.
    #[must_use]
    pub fn percent(self, percent: f64) -> Self {
        Self(self.0.number("percent", percent))
    }

    /// A price.
    #[must_use]
    pub fn unit_amount_decimal(self, value: impl Into<Decimal>) -> Self {
        Self(self.0.decimal("unit_amount_decimal", value))
    }

    /// Strings set by the user.
    #[must_use]
    pub fn metadata<K: Into<String>, V: Into<String>>(
        self,
        metadata: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        Self(self.0.text_map("metadata", metadata))
    }

    /// Removes all strings set by the user.
    #[must_use]
    pub fn clear_metadata(self) -> Self {
        Self(self.0.clear("metadata"))
    }

    /// Parts by currency.
    #[must_use]
    pub fn currency_options<K: Into<String>>(
        self,
        options: impl IntoIterator<Item = (K, PartParams)>,
    ) -> Self {
        Self(self.0.map("currency_options", options))
    }

    /// Returns the encoded form.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be encoded.
    pub fn form(&self) -> Result<String, EncodeError> {
        let mut out = String::new();
        self.0.encode(&mut out)?;
        Ok(out)
    }
}

/// The parameters of a part.
#[derive(Clone, Default, PartialEq)]
pub struct PartParams(pub(super) Fields);

impl PartParams {
    /// Creates an empty set of parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The price.
    #[inline]
    #[must_use]
    pub fn price(self, price: impl Into<String>) -> Self {
        Self(self.0.text("price", price))
    }

    /// The quantity.
    #[must_use]
    pub fn quantity(self, quantity: i64) -> Self {
        Self(self.0.integer("quantity", quantity))
    }

    /// The taxes.
    #[must_use]
    pub fn tax_rates<S: Into<String>>(
        self,
        tax_rates: impl IntoIterator<Item = S>,
    ) -> Self {
        Self(self.0.texts("tax_rates", tax_rates))
    }

    /// Clears the taxes.
    #[must_use]
    pub fn clear_tax_rates(self) -> Self {
        Self(self.0.clear("tax_rates"))
    }

    /// Parts of the part.
    #[must_use]
    pub fn parts(self, parts: impl IntoIterator<Item = PartParams>) -> Self {
        Self(self.0.list("parts", parts))
    }
}

/// The parameters for listing widgets.
#[derive(Clone, Default, PartialEq)]
pub struct ListWidgets(pub(super) Fields);

impl ListWidgets {
    /// Creates an empty set of parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A filter on the time of creation.
    #[must_use]
    pub fn created(self, created: impl Into<RangeFilter>) -> Self {
        Self(self.0.set("created", created.into()))
    }

    /// The size of a page.
    #[must_use]
    pub fn limit(self, limit: i64) -> Self {
        Self(self.0.integer("limit", limit))
    }

    /// The id of the widget after which the page starts.
    #[must_use]
    pub fn starting_after(self, id: impl Into<String>) -> Self {
        Self(self.0.text("starting_after", id))
    }

    /// The id of the widget before which the page ends.
    #[must_use]
    pub fn ending_before(self, id: impl Into<String>) -> Self {
        Self(self.0.text("ending_before", id))
    }

    /// Returns the encoded query.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be encoded.
    pub fn query(&self) -> Result<String, EncodeError> {
        let mut out = String::new();
        self.0.encode(&mut out)?;
        Ok(out)
    }
}
