use crate::form::params::{FormFooterParams, FormHeaderParams};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/forms`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateForm(pub(super) Fields);

impl CreateForm {
    /// Creates parameters with the required values.
    pub fn new(header: FormHeaderParams) -> Self {
        Self(Fields::new()).header(header)
    }

    /// Sets `header`.
    #[inline]
    pub fn header(self, value: FormHeaderParams) -> Self {
        Self(self.0.set("header", value))
    }

    /// Sets `footer`.
    #[inline]
    pub fn footer(self, value: FormFooterParams) -> Self {
        Self(self.0.set("footer", value))
    }
}
