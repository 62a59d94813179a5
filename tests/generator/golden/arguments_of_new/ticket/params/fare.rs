use crate::runtime::encode::Fields;

/// Parameters in `price`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct Fare(pub(super) Fields);

impl Fare {
    /// Creates parameters with the required values.
    pub fn new(amount: i64) -> Self {
        Self(Fields::new()).amount(amount)
    }

    /// Sets `amount`.
    #[inline]
    pub fn amount(self, value: i64) -> Self {
        Self(self.0.integer("amount", value))
    }
}
