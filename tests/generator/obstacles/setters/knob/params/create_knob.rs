use crate::runtime::encode::Fields;
use crate::runtime::{Timestamp, Unrecognized};

/// Parameters of `POST /v1/knobs`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateKnob(pub(super) Fields);

impl CreateKnob {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `name`.
    #[inline]
    pub fn name(self, value: impl Into<String>) -> Self {
        Self(self.0.text("name", value))
    }

    /// Clears `name` on the server by sending it empty.
    #[inline]
    pub fn clear_name_(self) -> Self {
        Self(self.0.clear("name"))
    }

    /// Sets `clear_name`.
    #[inline]
    pub fn clear_name(self, value: bool) -> Self {
        Self(self.0.boolean("clear_name", value))
    }

    /// Clears `clear_name` on the server by sending it empty.
    #[inline]
    pub fn clear_clear_name(self) -> Self {
        Self(self.0.clear("clear_name"))
    }

    /// Sets `until`.
    #[inline]
    pub fn until(self, value: KnobUntil) -> Self {
        Self(self.0.set("until", value))
    }

    /// Sets `until`.
    #[inline]
    pub fn until_integer_(self, value: i64) -> Self {
        Self(self.0.integer("until", value))
    }

    /// Sets `until`.
    #[inline]
    pub fn until_timestamp(self, value: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("until", value))
    }

    /// Clears `until` on the server by sending it empty.
    #[inline]
    pub fn clear_until(self) -> Self {
        Self(self.0.clear("until"))
    }

    /// Sets `until_integer`.
    #[inline]
    pub fn until_integer(self, value: i64) -> Self {
        Self(self.0.integer("until_integer", value))
    }

    /// Sets `add`.
    #[allow(clippy::should_implement_trait, reason = "called as in the API")]
    #[inline]
    pub fn add(self, value: i64) -> Self {
        Self(self.0.integer("add", value))
    }

    /// Sets `not`.
    #[inline]
    pub fn not(self, value: bool) -> Self {
        Self(self.0.boolean("not", value))
    }

    /// Sets `mul`.
    #[allow(clippy::should_implement_trait, reason = "called as in the API")]
    #[inline]
    pub fn mul(self, value: i64) -> Self {
        Self(self.0.integer("mul", value))
    }

    /// Sets `is_default`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn is_default(self, value: bool) -> Self {
        Self(self.0.boolean("is_default", value))
    }

    /// Sets `from_invoice`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn from_invoice(self, value: i64) -> Self {
        Self(self.0.integer("from_invoice", value))
    }

    /// Sets `to_order`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn to_order(self, value: bool) -> Self {
        Self(self.0.boolean("to_order", value))
    }

    /// Sets `next`.
    #[inline]
    pub fn next(self, value: i64) -> Self {
        Self(self.0.integer("next", value))
    }

    /// Sets `len`.
    #[inline]
    pub fn len(self, value: i64) -> Self {
        Self(self.0.integer("len", value))
    }
}

/// Values of `until`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KnobUntil {
    /// `now`
    Now,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
