use crate::lunches::params::LunchGuestParams;
use crate::runtime::{IntoParam, Timestamp, Unrecognized};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/lunches`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateLunch {
    pub(super) fields: Fields,
}

impl CreateLunch {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `drink`.
    #[inline]
    pub fn drink(mut self, value: LunchDrink) -> Self {
        self.fields.set("drink", value);
        self
    }

    /// Sets `drink`.
    #[inline]
    pub fn drink_timestamp(mut self, value: impl IntoParam<Timestamp>) -> Self {
        self.fields.timestamp("drink", value);
        self
    }

    /// Clears `drink` on the server by sending it empty.
    #[inline]
    pub fn clear_drink(mut self) -> Self {
        self.fields.clear("drink");
        self
    }

    /// Sets `guest`.
    #[inline]
    pub fn guest(mut self, value: LunchGuestParams) -> Self {
        self.fields.set("guest", value);
        self
    }

    /// Sets `guest`.
    #[inline]
    pub fn guest_text(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("guest", value);
        self
    }
}

/// Values of `drink`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LunchDrink {
    /// `none`
    None,
    /// `water`
    Water,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
