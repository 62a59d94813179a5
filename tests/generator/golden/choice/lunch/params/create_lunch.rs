use crate::lunch::params::LunchGuestParams;
use crate::runtime::encode::Fields;
use crate::runtime::{Timestamp, Unrecognized};

/// Parameters of `POST /v1/lunches`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateLunch(pub(super) Fields);

impl CreateLunch {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `drink`.
    #[inline]
    pub fn drink(self, value: LunchDrink) -> Self {
        Self(self.0.set("drink", value))
    }

    /// Sets `drink`.
    #[inline]
    pub fn drink_timestamp(self, value: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("drink", value))
    }

    /// Clears `drink` on the server by sending it empty.
    #[inline]
    pub fn clear_drink(self) -> Self {
        Self(self.0.clear("drink"))
    }

    /// Sets `guest`.
    #[inline]
    pub fn guest(self, value: LunchGuestParams) -> Self {
        Self(self.0.set("guest", value))
    }

    /// Sets `guest`.
    #[inline]
    pub fn guest_text(self, value: impl Into<String>) -> Self {
        Self(self.0.text("guest", value))
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
