use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/rooms/policy`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct PolicyUpdateRoom(pub(super) Fields);

impl PolicyUpdateRoom {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `strict`.
    #[inline]
    pub fn strict(self, value: bool) -> Self {
        Self(self.0.boolean("strict", value))
    }
}
