use crate::joint::{JointNail, JointScrew};
use crate::runtime::RawObject;

/// The object in `expandable_deleted`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ExpandableDeleted {
    /// A `nail`.
    JointNail(Box<JointNail>),
    /// A `joint_screw`.
    JointScrew(Box<JointScrew>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
