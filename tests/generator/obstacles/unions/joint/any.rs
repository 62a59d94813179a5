use crate::joint::{JointGlue, JointNail};
use crate::runtime::RawObject;

/// The object in `any`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Any {
    /// A `glue`.
    JointGlue(Box<JointGlue>),
    /// A `nail`.
    JointNail(Box<JointNail>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
