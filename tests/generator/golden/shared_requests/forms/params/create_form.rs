use crate::forms::params::{FormFooterParams, FormHeaderParams};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/forms`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateForm {
    pub(super) fields: Fields,
}

impl CreateForm {
    /// Creates parameters with the required values.
    pub fn new(header: FormHeaderParams) -> Self {
        Self { fields: Fields::new() }.header(header)
    }

    /// Sets `footer`.
    #[inline]
    pub fn footer(mut self, value: FormFooterParams) -> Self {
        self.fields.set("footer", value);
        self
    }

    /// Sets `header`.
    #[inline]
    pub fn header(mut self, value: FormHeaderParams) -> Self {
        self.fields.set("header", value);
        self
    }
}
