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
    JointGlue as "glue" {
        dries: optional "dries",
    }
    JointNail as "nail" {
        id: required "id",
    }
}

decode::has_id! {
    Joint,
    JointGlue none,
    JointNail,
}

decode::union! {
    JointAny {
        JointGlue = "glue",
        JointNail = "nail",
    }
    JointExpandable {
        JointNail = "nail",
    }
    ExpandableDeleted {
        JointNail = "nail",
    }
    ExpandableInScope {
        JointNail = "nail",
        JointGlue = "glue",
    }
    JointList {
        JointGlue = "glue",
        JointNail = "nail",
    }
}

decode::references! {
    JointExpandableRef => JointExpandable,
    ExpandableDeletedRef => ExpandableDeleted,
    ExpandableInScopeRef => ExpandableInScope,
    JointNailRef => JointNail as "nail",
    JointGlueRef => JointGlue as "glue",
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
