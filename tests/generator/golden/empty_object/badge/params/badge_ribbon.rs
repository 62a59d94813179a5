use crate::runtime::encode::Fields;

/// Parameters in `ribbon`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct BadgeRibbonParams {
    pub(super) fields: Fields,
}

impl BadgeRibbonParams {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }
}
