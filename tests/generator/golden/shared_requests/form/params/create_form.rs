use crate::form::params::{CreateFormFooterParams, CreateFormHeaderParams};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/forms`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateForm(pub(super) Fields);

impl CreateForm {
    /// With what is required.
    pub fn new(header: CreateFormHeaderParams) -> Self {
        Self(Fields::new()).header(header)
    }

    /// Sets `header`.
    #[inline]
    pub fn header(self, value: CreateFormHeaderParams) -> Self {
        Self(self.0.set("header", value))
    }

    /// Sets `footer`.
    #[inline]
    pub fn footer(self, value: CreateFormFooterParams) -> Self {
        Self(self.0.set("footer", value))
    }
}
