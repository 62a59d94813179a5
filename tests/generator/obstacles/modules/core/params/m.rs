use crate::runtime::encode::Fields;

/// Parameters in `m{}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct M(pub(super) Fields);

impl M {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `n`.
    #[inline]
    pub fn n(self, value: i64) -> Self {
        Self(self.0.integer("n", value))
    }
}
