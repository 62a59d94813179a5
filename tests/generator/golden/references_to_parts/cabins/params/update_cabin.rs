use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/cabins/{cabin}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateCabin {
    pub(super) fields: Fields,
}

impl UpdateCabin {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of the path.
    #[inline]
    pub fn size(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("size", value);
        self
    }

    /// Sets `beds`.
    #[inline]
    pub fn beds(mut self, value: i64) -> Self {
        self.fields.integer("beds", value);
        self
    }
}
