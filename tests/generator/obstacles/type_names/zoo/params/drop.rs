use crate::runtime::encode::Fields;
use crate::runtime::{Decimal, Range, Timestamp, Unrecognized};

/// Parameters in `drop`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct Drop(pub(super) Fields);

impl Drop {
    /// With what is required.
    pub fn new(amount: impl Into<Decimal>) -> Self {
        Self(Fields::new().decimal("amount", amount))
    }

    /// Sets `amount`.
    #[inline]
    pub fn amount(self, value: impl Into<Decimal>) -> Self {
        Self(self.0.decimal("amount", value))
    }

    /// Sets `kinds`.
    #[inline]
    pub fn kinds(self, value: impl IntoIterator<Item = DropKind>) -> Self {
        Self(self.0.list("kinds", value))
    }

    /// Sets `created`.
    #[inline]
    pub fn created(self, value: impl Into<Range>) -> Self {
        Self(self.0.set("created", value.into()))
    }

    /// Sets `at`.
    #[inline]
    pub fn at(self, value: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("at", value))
    }
}

/// Values of `drop.kinds[]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DropKind {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
