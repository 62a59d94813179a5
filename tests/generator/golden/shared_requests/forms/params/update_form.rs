use crate::forms::params::{FormFooterParams, UpdateFormHeaderParams};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/forms/{id}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateForm {
    pub(super) fields: Fields,
}

impl UpdateForm {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `footer`.
    #[inline]
    pub fn footer(mut self, value: FormFooterParams) -> Self {
        self.fields.set("footer", value);
        self
    }

    /// Sets `header`.
    #[inline]
    pub fn header(mut self, value: UpdateFormHeaderParams) -> Self {
        self.fields.set("header", value);
        self
    }
}
