use crate::plans::params::PlanDetailsParams;
use crate::runtime::{FileUpload, IntoParam};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/plans`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreatePlan {
    pub(super) fields: Fields,
}

impl CreatePlan {
    /// Creates parameters with the required values.
    pub fn new(drawing: FileUpload, title: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.drawing(drawing).title(title)
    }

    /// Sets `details`.
    #[inline]
    pub fn details(mut self, value: PlanDetailsParams) -> Self {
        self.fields.set("details", value);
        self
    }

    /// Sets `drawing`.
    #[inline]
    pub fn drawing(mut self, value: FileUpload) -> Self {
        self.fields.set("drawing", value);
        self
    }

    /// Sets `title`.
    #[inline]
    pub fn title(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("title", value);
        self
    }
}
