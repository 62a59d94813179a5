use crate::runtime::{IntoParam, Timestamp, Unrecognized};
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/knobs`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateKnob {
    pub(super) fields: Fields,
}

impl CreateKnob {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `add`.
    #[allow(clippy::should_implement_trait, reason = "called as in the API")]
    #[inline]
    pub fn add(mut self, value: i64) -> Self {
        self.fields.integer("add", value);
        self
    }

    /// Sets `clear_name`.
    #[inline]
    pub fn clear_name(mut self, value: bool) -> Self {
        self.fields.boolean("clear_name", value);
        self
    }

    /// Clears `clear_name` on the server by sending it empty.
    #[inline]
    pub fn clear_clear_name(mut self) -> Self {
        self.fields.clear("clear_name");
        self
    }

    /// Sets `from_invoice`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn from_invoice(mut self, value: i64) -> Self {
        self.fields.integer("from_invoice", value);
        self
    }

    /// Sets `is_default`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn is_default(mut self, value: bool) -> Self {
        self.fields.boolean("is_default", value);
        self
    }

    /// Sets `len`.
    #[inline]
    pub fn len(mut self, value: i64) -> Self {
        self.fields.integer("len", value);
        self
    }

    /// Sets `mul`.
    #[allow(clippy::should_implement_trait, reason = "called as in the API")]
    #[inline]
    pub fn mul(mut self, value: i64) -> Self {
        self.fields.integer("mul", value);
        self
    }

    /// Sets `name`.
    #[inline]
    pub fn name(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("name", value);
        self
    }

    /// Clears `name` on the server by sending it empty.
    #[inline]
    pub fn clear_name_(mut self) -> Self {
        self.fields.clear("name");
        self
    }

    /// Sets `next`.
    #[inline]
    pub fn next(mut self, value: i64) -> Self {
        self.fields.integer("next", value);
        self
    }

    /// Sets `not`.
    #[inline]
    pub fn not(mut self, value: bool) -> Self {
        self.fields.boolean("not", value);
        self
    }

    /// Sets `to_order`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn to_order(mut self, value: bool) -> Self {
        self.fields.boolean("to_order", value);
        self
    }

    /// Sets `type`.
    #[inline]
    pub fn type_(mut self, value: KnobType) -> Self {
        self.fields.set("type", value);
        self
    }

    /// Sets `type`.
    #[inline]
    pub fn type_text(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("type", value);
        self
    }

    /// Clears `type` on the server by sending it empty.
    #[inline]
    pub fn clear_type(mut self) -> Self {
        self.fields.clear("type");
        self
    }

    /// Sets `until`.
    #[inline]
    pub fn until(mut self, value: KnobUntil) -> Self {
        self.fields.set("until", value);
        self
    }

    /// Sets `until`.
    #[inline]
    pub fn until_integer_(mut self, value: i64) -> Self {
        self.fields.integer("until", value);
        self
    }

    /// Sets `until`.
    #[inline]
    pub fn until_timestamp(mut self, value: impl IntoParam<Timestamp>) -> Self {
        self.fields.timestamp("until", value);
        self
    }

    /// Clears `until` on the server by sending it empty.
    #[inline]
    pub fn clear_until(mut self) -> Self {
        self.fields.clear("until");
        self
    }

    /// Sets `until_integer`.
    #[inline]
    pub fn until_integer(mut self, value: i64) -> Self {
        self.fields.integer("until_integer", value);
        self
    }
}

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KnobType {
    /// `round`
    Round,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
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
