use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/rooms/{room}/lights`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateRoomLight {
    pub(super) fields: Fields,
}

impl CreateRoomLight {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `bright`.
    #[inline]
    pub fn bright(mut self, value: bool) -> Self {
        self.fields.boolean("bright", value);
        self
    }
}
