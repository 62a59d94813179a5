use crate::joint::{
    ExpandableDeletedRef, ExpandableInScopeRef, JointAny, JointExpandableRef,
    JointFreeRef, JointGlueRef, JointList, JointNailRef,
};
use crate::runtime::{Expandable, RawObject};

/// The API's `joint`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Joint {
    /// `any` in the API.
    pub any: JointAny,
    /// `expandable` in the API.
    pub expandable: Option<Expandable<JointExpandableRef>>,
    /// `expandable_deleted` in the API.
    pub expandable_deleted: Option<Expandable<ExpandableDeletedRef>>,
    /// `expandable_in_scope` in the API.
    pub expandable_in_scope: Option<Expandable<ExpandableInScopeRef>>,
    /// `id` in the API.
    pub id: String,
    /// `list` in the API.
    pub list: Option<Vec<JointList>>,
    /// `raw` in the API.
    pub raw: Option<RawObject>,
    /// `unmarked` in the API.
    pub unmarked: Option<Expandable<JointNailRef>>,
    /// `untyped` in the API.
    pub untyped: Option<Expandable<JointFreeRef>>,
    /// `without_id` in the API.
    pub without_id: Option<Expandable<JointGlueRef>>,
}
