use crate::joints::{
    JointAny, JointAnyGlueRef, JointAnyNailRef, JointExpandableDeletedRef,
    JointExpandableInScopeRef, JointExpandableRef, JointList,
};
use crate::runtime::{Expandable, RawObject};
use crate::shared::JointFreeRef;

/// The API's `joint`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Joint {
    /// `any` in the API.
    pub any: JointAny,
    /// `expandable` in the API.
    pub expandable: Option<Expandable<JointExpandableRef>>,
    /// `expandable_deleted` in the API.
    pub expandable_deleted: Option<Expandable<JointExpandableDeletedRef>>,
    /// `expandable_in_scope` in the API.
    pub expandable_in_scope: Option<Expandable<JointExpandableInScopeRef>>,
    /// `id` in the API.
    pub id: String,
    /// `list` in the API.
    pub list: Option<Vec<JointList>>,
    /// `raw` in the API.
    pub raw: Option<RawObject>,
    /// `unmarked` in the API.
    pub unmarked: Option<Expandable<JointAnyNailRef>>,
    /// `untyped` in the API.
    pub untyped: Option<Expandable<JointFreeRef>>,
    /// `without_id` in the API.
    pub without_id: Option<Expandable<JointAnyGlueRef>>,
}
