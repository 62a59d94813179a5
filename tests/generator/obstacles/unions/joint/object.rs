use crate::joint::{
    ExpandableDeletedRef, ExpandableInScopeRef, JointAny, JointExpandableRef,
    JointFreeRef, JointGlueRef, JointList, JointNailRef,
};
use crate::runtime::{Expandable, RawObject};

/// The API's `joint`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Joint {
    /// `id` in the API.
    pub id: String,
    /// `any` in the API.
    pub any: JointAny,
    /// `list` in the API.
    pub list: Option<Vec<JointList>>,
    /// `expandable` in the API.
    pub expandable: Option<Expandable<JointExpandableRef>>,
    /// `expandable_in_scope` in the API.
    pub expandable_in_scope: Option<Expandable<ExpandableInScopeRef>>,
    /// `expandable_deleted` in the API.
    pub expandable_deleted: Option<Expandable<ExpandableDeletedRef>>,
    /// `without_id` in the API.
    pub without_id: Option<Expandable<JointGlueRef>>,
    /// `untyped` in the API.
    pub untyped: Option<Expandable<JointFreeRef>>,
    /// `raw` in the API.
    pub raw: Option<RawObject>,
    /// `unmarked` in the API.
    pub unmarked: Option<Expandable<JointNailRef>>,
}
