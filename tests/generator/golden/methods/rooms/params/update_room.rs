use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/rooms/policy`.
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

    /// Sets `strict`.
    #[inline]
    pub fn strict(mut self, value: bool) -> Self {
        self.fields.boolean("strict", value);
        self
    }
}
