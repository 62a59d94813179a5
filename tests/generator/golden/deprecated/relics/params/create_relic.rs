use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/relics`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateRelic {
    pub(super) fields: Fields,
}

impl CreateRelic {
    /// Creates parameters with the required values.
    #[allow(deprecated, reason = "deprecated parameters can be required")]
    pub fn new(place: impl IntoParam<String>) -> Self {
        Self { fields: Fields::new() }.place(place)
    }

    /// Sets `age`.
    #[deprecated]
    #[inline]
    pub fn age(mut self, value: i64) -> Self {
        self.fields.integer("age", value);
        self
    }

    /// Clears `age` on the server by sending it empty.
    #[deprecated]
    #[inline]
    pub fn clear_age(mut self) -> Self {
        self.fields.clear("age");
        self
    }

    /// Sets `place`.
    #[deprecated]
    #[inline]
    pub fn place(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("place", value);
        self
    }
}
