//! The parameters of the stand-in.

use super::Mode;
use crate::runtime::encode::Fields;
use crate::runtime::{
    Decimal, EncodeError, FileUpload, IntoParam, RangeFilter, Timestamp,
};

/// The parameters for creating a widget.
#[derive(Clone, PartialEq)]
pub struct CreateWidget {
    pub(super) fields: Fields,
}

impl CreateWidget {
    /// Creates parameters with the required values.
    #[must_use]
    pub fn new(name: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.name(name)
    }

    /// The name.
    #[inline]
    #[must_use]
    pub fn name(mut self, name: impl IntoParam<String>) -> Self {
        self.fields.text("name", name);
        self
    }

    /// The mode.
    #[inline]
    #[must_use]
    pub fn mode(mut self, mode: Mode) -> Self {
        self.fields.set("mode", mode);
        self
    }

    /// The parts.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = PartParams>) -> Self {
        self.fields.list("parts", parts);
        self
    }

    /// The first part.
    #[must_use]
    pub fn part(mut self, part: PartParams) -> Self {
        self.fields.set("part", part);
        self
    }

    /// An object without members.
    #[must_use]
    pub fn marker(mut self, marker: MarkerParams) -> Self {
        self.fields.set("marker", marker);
        self
    }

    /// Sets an empty list of parts.
    #[must_use]
    pub fn clear_parts(mut self) -> Self {
        self.fields.clear("parts");
        self
    }

    /// Other possible modes.
    #[must_use]
    pub fn modes(mut self, modes: impl IntoIterator<Item = Mode>) -> Self {
        self.fields.list("modes", modes);
        self
    }

    /// A password.
    #[must_use]
    pub fn password(mut self, password: impl IntoParam<String>) -> Self {
        self.fields.secret("password", password);
        self
    }

    /// The start time.
    #[must_use]
    pub fn starts_at(mut self, starts_at: impl IntoParam<Timestamp>) -> Self {
        self.fields.timestamp("starts_at", starts_at);
        self
    }

    /// Activates the widget when `true`.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.fields.boolean("active", active);
        self
    }

    /// A share.
    #[must_use]
    pub fn percent(mut self, percent: f64) -> Self {
        self.fields.number("percent", percent);
        self
    }

    /// A price.
    #[must_use]
    pub fn unit_amount_decimal(mut self, value: impl IntoParam<Decimal>) -> Self {
        self.fields.decimal("unit_amount_decimal", value);
        self
    }

    /// Strings set by the user.
    #[must_use]
    pub fn metadata<K: Into<String>, V: Into<String>>(
        mut self,
        metadata: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        self.fields.text_map("metadata", metadata);
        self
    }

    /// Removes all strings set by the user.
    #[must_use]
    pub fn clear_metadata(mut self) -> Self {
        self.fields.clear("metadata");
        self
    }

    /// Parts by currency.
    #[must_use]
    pub fn currency_options<K: Into<String>>(
        mut self,
        options: impl IntoIterator<Item = (K, PartParams)>,
    ) -> Self {
        self.fields.map("currency_options", options);
        self
    }

    /// Returns the encoded form.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be encoded.
    pub fn form(&self) -> Result<String, EncodeError> {
        let mut out = String::new();
        self.fields.encode(&mut out)?;
        Ok(out)
    }
}

/// The parameters for creating a gadget.
#[derive(Clone, PartialEq)]
pub struct CreateGadget {
    pub(super) fields: Fields,
}

impl CreateGadget {
    /// Creates parameters with the required values.
    #[must_use]
    pub fn new(part: PartParams) -> Self {
        Self { fields: Fields::new() }.part(part)
    }

    /// The part.
    #[must_use]
    pub fn part(mut self, part: PartParams) -> Self {
        self.fields.set("part", part);
        self
    }

    /// Returns the encoded form.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be encoded.
    pub fn form(&self) -> Result<String, EncodeError> {
        let mut out = String::new();
        Fields::from(self.clone()).encode(&mut out)?;
        Ok(out)
    }
}

/// The parameters for uploading a widget.
#[derive(Clone, PartialEq)]
pub struct UploadWidget {
    pub(super) fields: Fields,
}

impl UploadWidget {
    /// Creates parameters with the required values.
    #[must_use]
    pub fn new(file: FileUpload, name: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.file(file).name(name)
    }

    /// The file.
    #[inline]
    #[must_use]
    pub fn file(mut self, file: FileUpload) -> Self {
        self.fields.set("file", file);
        self
    }

    /// The name.
    #[inline]
    #[must_use]
    pub fn name(mut self, name: impl IntoParam<String>) -> Self {
        self.fields.text("name", name);
        self
    }

    /// The first part.
    #[must_use]
    pub fn part(mut self, part: PartParams) -> Self {
        self.fields.set("part", part);
        self
    }
}

/// An object without members.
#[derive(Clone, Default, PartialEq)]
pub struct MarkerParams {
    pub(super) fields: Fields,
}

/// The parameters of a part.
#[derive(Clone, Default, PartialEq)]
pub struct PartParams {
    pub(super) fields: Fields,
}

impl PartParams {
    /// Creates an empty set of parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The price.
    #[inline]
    #[must_use]
    pub fn price(mut self, price: impl IntoParam<String>) -> Self {
        self.fields.text("price", price);
        self
    }

    /// The quantity.
    #[must_use]
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.fields.integer("quantity", quantity);
        self
    }

    /// The taxes.
    #[must_use]
    pub fn tax_rates<S: Into<String>>(
        mut self,
        tax_rates: impl IntoIterator<Item = S>,
    ) -> Self {
        self.fields.texts("tax_rates", tax_rates);
        self
    }

    /// Clears the taxes.
    #[must_use]
    pub fn clear_tax_rates(mut self) -> Self {
        self.fields.clear("tax_rates");
        self
    }

    /// Parts of the part.
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = PartParams>) -> Self {
        self.fields.list("parts", parts);
        self
    }
}

/// The parameters for listing widgets.
#[derive(Clone, Default, PartialEq)]
pub struct ListWidgets {
    pub(super) fields: Fields,
}

impl ListWidgets {
    /// Creates an empty set of parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A filter on the time of creation.
    #[must_use]
    pub fn created(mut self, created: impl IntoParam<RangeFilter>) -> Self {
        self.fields.set("created", created.into_param());
        self
    }

    /// The size of a page.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.fields.integer("limit", limit);
        self
    }

    /// The id of the widget after which the page starts.
    #[must_use]
    pub fn starting_after(mut self, id: impl IntoParam<String>) -> Self {
        self.fields.text("starting_after", id);
        self
    }

    /// The id of the widget before which the page ends.
    #[must_use]
    pub fn ending_before(mut self, id: impl IntoParam<String>) -> Self {
        self.fields.text("ending_before", id);
        self
    }

    /// Returns the encoded query.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be encoded.
    pub fn query(&self) -> Result<String, EncodeError> {
        let mut out = String::new();
        self.fields.encode(&mut out)?;
        Ok(out)
    }
}
