use crate::runtime::{IntoParam, RangeFilter};
use crate::runtime::encode::Fields;

/// Parameters of `GET /v1/visits`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ListVisits {
    pub(super) fields: Fields,
}

impl ListVisits {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `created`.
    #[inline]
    pub fn created(mut self, value: impl IntoParam<RangeFilter>) -> Self {
        self.fields.set("created", value.into_param());
        self
    }

    /// Sets `limit`.
    #[inline]
    pub fn limit(mut self, value: i64) -> Self {
        self.fields.integer("limit", value);
        self
    }
}
