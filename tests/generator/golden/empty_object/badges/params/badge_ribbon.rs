use crate::runtime::encode::Fields;

/// It has no members, and a form cannot express an empty object: a call that sets it is rejected.
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
