use crate::runtime::encode::Fields;

/// Parameters in `ribbon`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct Ribbon(pub(super) Fields);

impl Ribbon {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }
}
