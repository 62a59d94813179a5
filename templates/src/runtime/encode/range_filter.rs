//! Filters on numbers and times.

use std::ops;
use std::time::SystemTime;

use super::{Fields, Param, ParamValue};
use crate::runtime::values::timestamp::Timestamp;

/// A filter on a number or a time: an exact value, or bounds. Rust's ranges convert into
/// filters, as in `list.created(yesterday..)`.
///
/// ```text
/// list.created(RangeFilter::new().gt(1_700_000_000).lte(1_800_000_000))
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RangeFilter(Filter);

#[derive(Clone, Debug, PartialEq)]
enum Filter {
    Exact(i64),
    Bounds(Fields),
}

impl Default for Filter {
    fn default() -> Self {
        Self::Bounds(Fields::new())
    }
}

impl RangeFilter {
    /// Creates a filter without bounds.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Requires values greater or later than the bound.
    #[must_use]
    pub fn gt(self, bound: impl Into<Timestamp>) -> Self {
        self.bound("gt", bound.into())
    }

    /// Requires values greater or later than the bound, or equal to it.
    #[must_use]
    pub fn gte(self, bound: impl Into<Timestamp>) -> Self {
        self.bound("gte", bound.into())
    }

    /// Requires values less or earlier than the bound.
    #[must_use]
    pub fn lt(self, bound: impl Into<Timestamp>) -> Self {
        self.bound("lt", bound.into())
    }

    /// Requires values less or earlier than the bound, or equal to it.
    #[must_use]
    pub fn lte(self, bound: impl Into<Timestamp>) -> Self {
        self.bound("lte", bound.into())
    }

    /// Sets a bound, which replaces an exact value.
    fn bound(self, name: &'static str, bound: Timestamp) -> Self {
        let mut bounds = match self.0 {
            Filter::Bounds(bounds) => bounds,
            Filter::Exact(_) => Fields::new(),
        };
        bounds.timestamp(name, bound);
        Self(Filter::Bounds(bounds))
    }
}

impl From<i64> for RangeFilter {
    fn from(exact: i64) -> Self {
        Self(Filter::Exact(exact))
    }
}

impl From<Timestamp> for RangeFilter {
    fn from(exact: Timestamp) -> Self {
        Self(Filter::Exact(exact.as_unix()))
    }
}

impl From<SystemTime> for RangeFilter {
    fn from(exact: SystemTime) -> Self {
        Timestamp::from(exact).into()
    }
}

impl<T: Into<Timestamp>> From<ops::Range<T>> for RangeFilter {
    fn from(range: ops::Range<T>) -> Self {
        Self::new().gte(range.start).lt(range.end)
    }
}

impl<T: Into<Timestamp>> From<ops::RangeInclusive<T>> for RangeFilter {
    fn from(range: ops::RangeInclusive<T>) -> Self {
        let (start, end) = range.into_inner();
        Self::new().gte(start).lte(end)
    }
}

impl<T: Into<Timestamp>> From<ops::RangeFrom<T>> for RangeFilter {
    fn from(range: ops::RangeFrom<T>) -> Self {
        Self::new().gte(range.start)
    }
}

impl<T: Into<Timestamp>> From<ops::RangeTo<T>> for RangeFilter {
    fn from(range: ops::RangeTo<T>) -> Self {
        Self::new().lt(range.end)
    }
}

impl Param for RangeFilter {
    fn into_value(self) -> ParamValue {
        match self.0 {
            Filter::Exact(value) => value.into_value(),
            Filter::Bounds(bounds) => bounds.into_value(),
        }
    }
}
