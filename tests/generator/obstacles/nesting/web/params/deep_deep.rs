use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters in `deep[].deep[]`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct DeepDeep(pub(super) Fields);

impl DeepDeep {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `deep`.
    #[inline]
    pub fn deep(self, value: DeepDeepDeep) -> Self {
        Self(self.0.set("deep", value))
    }
}

/// Values of `deep[].deep[].deep`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeepDeepDeep {
    /// `v`
    V,
    /// `w`
    W,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
