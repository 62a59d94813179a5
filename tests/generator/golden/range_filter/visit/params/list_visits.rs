use crate::runtime::RangeFilter;
use crate::runtime::encode::Fields;

/// Parameters of `GET /v1/visits`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ListVisits(pub(super) Fields);

impl ListVisits {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `created`.
    #[inline]
    pub fn created(self, value: impl Into<RangeFilter>) -> Self {
        Self(self.0.set("created", value.into()))
    }

    /// Sets `limit`.
    #[inline]
    pub fn limit(self, value: i64) -> Self {
        Self(self.0.integer("limit", value))
    }
}
