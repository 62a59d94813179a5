use crate::meals::Meal;
use crate::runtime::RawObject;

/// The object in `object`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NoticeObject {
    /// A `meal`.
    Meal(Box<Meal>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
