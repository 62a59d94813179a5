use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/rooms/{room}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct UpdateRoom {
    pub(super) fields: Fields,
}

impl UpdateRoom {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `name`.
    #[inline]
    pub fn name(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("name", value);
        self
    }
}
