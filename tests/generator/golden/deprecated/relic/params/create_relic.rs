use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/relics`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateRelic(pub(super) Fields);

impl CreateRelic {
    /// Creates parameters with the required values.
    #[allow(deprecated, reason = "deprecated parameters can be required")]
    pub fn new(place: impl Into<String>) -> Self {
        Self(Fields::new()).place(place)
    }

    /// Sets `age`.
    #[deprecated]
    #[inline]
    pub fn age(self, value: i64) -> Self {
        Self(self.0.integer("age", value))
    }

    /// Clears `age` on the server by sending it empty.
    #[deprecated]
    #[inline]
    pub fn clear_age(self) -> Self {
        Self(self.0.clear("age"))
    }

    /// Sets `place`.
    #[deprecated]
    #[inline]
    pub fn place(self, value: impl Into<String>) -> Self {
        Self(self.0.text("place", value))
    }
}
