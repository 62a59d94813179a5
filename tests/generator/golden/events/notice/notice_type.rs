use crate::runtime::Unrecognized;

/// Values of `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoticeType {
    /// `meal.cooked`
    MealCooked,
    /// `meal.served`
    MealServed,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
