use crate::badges::params::BadgeRibbonParams;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/badges`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateBadge {
    pub(super) fields: Fields,
}

impl CreateBadge {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `ribbon`.
    #[inline]
    pub fn ribbon(mut self, value: BadgeRibbonParams) -> Self {
        self.fields.set("ribbon", value);
        self
    }
}
