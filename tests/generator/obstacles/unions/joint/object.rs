use crate::joint::{
    Any, ExpandableDeleted, ExpandableInScope, JointExpandable, JointFree, JointGlue,
    JointList, JointNail,
};
use crate::runtime::{Expandable, RawObject};

/// The API's `joint`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Joint {
    /// `id` in the API.
    pub id: String,
    /// `any` in the API.
    pub any: Any,
    /// `list` in the API.
    pub list: Option<Vec<JointList>>,
    /// `expandable` in the API.
    pub expandable: Option<Expandable<JointExpandable>>,
    /// `expandable_in_scope` in the API.
    pub expandable_in_scope: Option<Expandable<ExpandableInScope>>,
    /// `expandable_deleted` in the API.
    pub expandable_deleted: Option<Expandable<ExpandableDeleted>>,
    /// `without_id` in the API.
    pub without_id: Option<Expandable<JointGlue>>,
    /// `untyped` in the API.
    pub untyped: Option<Expandable<JointFree>>,
    /// `raw` in the API.
    pub raw: Option<RawObject>,
    /// `unmarked` in the API.
    pub unmarked: Option<Expandable<JointNail>>,
}
