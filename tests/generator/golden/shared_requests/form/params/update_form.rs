use crate::form::params::{FormFooterParams, UpdateFormHeaderParams};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/forms/{id}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateForm(pub(super) Fields);

impl UpdateForm {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `header`.
    #[inline]
    pub fn header(self, value: UpdateFormHeaderParams) -> Self {
        Self(self.0.set("header", value))
    }

    /// Sets `footer`.
    #[inline]
    pub fn footer(self, value: FormFooterParams) -> Self {
        Self(self.0.set("footer", value))
    }
}
