use crate::runtime::encode::Fields;
use crate::sign::Text;

/// Parameters of `sign#create`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateSign(pub(super) Fields);

impl CreateSign {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `text`.
    #[inline]
    pub fn text(self, value: Text) -> Self {
        Self(self.0.set("text", value))
    }
}
