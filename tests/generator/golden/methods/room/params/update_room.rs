use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/rooms/{room}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateRoom(pub(super) Fields);

impl UpdateRoom {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `name`.
    #[inline]
    pub fn name(self, value: impl Into<String>) -> Self {
        Self(self.0.text("name", value))
    }
}
