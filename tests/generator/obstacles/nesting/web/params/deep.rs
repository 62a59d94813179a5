use crate::runtime::encode::Fields;
use crate::web::params::DeepDeep;

/// Parameters in `deep[]`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct Deep(pub(super) Fields);

impl Deep {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `deep`.
    #[inline]
    pub fn deep(self, value: impl IntoIterator<Item = DeepDeep>) -> Self {
        Self(self.0.list("deep", value))
    }
}
