//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Joint {
        any: required "any",
        expandable: optional "expandable",
        expandable_deleted: optional "expandable_deleted",
        expandable_in_scope: optional "expandable_in_scope",
        id: required "id",
        list: optional "list",
        raw: optional "raw",
        unmarked: optional "unmarked",
        untyped: optional "untyped",
        without_id: optional "without_id",
    }
    JointAnyGlue as "glue" {
        dries: optional "dries",
    }
    JointAnyNail as "nail" {
        id: required "id",
    }
}

decode::has_id! {
    Joint,
    JointAnyGlue none,
    JointAnyNail,
}

decode::union! {
    JointAny {
        JointAnyGlue = "glue",
        JointAnyNail = "nail",
    }
    JointExpandable {
        JointAnyNail = "nail",
    }
    JointExpandableDeleted {
        JointAnyNail = "nail",
    }
    JointExpandableInScope {
        JointAnyNail = "nail",
        JointAnyGlue = "glue",
    }
    JointList {
        JointAnyGlue = "glue",
        JointAnyNail = "nail",
    }
}

decode::references! {
    JointExpandableRef => JointExpandable,
    JointExpandableDeletedRef => JointExpandableDeleted,
    JointExpandableInScopeRef => JointExpandableInScope,
    JointAnyNailRef => JointAnyNail as "nail",
    JointAnyGlueRef => JointAnyGlue as "glue",
}

expand::paths! {
    Joint {
        EXPAND_EXPANDABLE = "expandable",
        EXPAND_EXPANDABLE_DELETED = "expandable_deleted",
        EXPAND_EXPANDABLE_IN_SCOPE = "expandable_in_scope",
        EXPAND_UNMARKED = "unmarked",
        EXPAND_UNTYPED = "untyped",
        EXPAND_WITHOUT_ID = "without_id",
    }
}
