use crate::runtime::encode::Fields;

/// Parameters in `empty`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct Empty(pub(super) Fields);

impl Empty {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }
}
