use crate::joint::{JointGlue, JointNail};
use crate::runtime::RawObject;

/// The object in `expandable_in_scope`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ExpandableInScope {
    /// A `nail`.
    JointNail(Box<JointNail>),
    /// A `glue`.
    JointGlue(Box<JointGlue>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
