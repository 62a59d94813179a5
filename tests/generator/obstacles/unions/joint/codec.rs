//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Joint {
        id: required "id",
        any: required "any",
        list: optional "list",
        expandable: optional "expandable",
        expandable_in_scope: optional "expandable_in_scope",
        expandable_deleted: optional "expandable_deleted",
        without_id: optional "without_id",
        untyped: optional "untyped",
        raw: optional "raw",
        unmarked: optional "unmarked",
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
    JointList {
        JointGlue = "glue",
        JointNail = "nail",
    }
    JointExpandable {
        JointNail = "nail",
    }
    ExpandableInScope {
        JointNail = "nail",
        JointGlue = "glue",
    }
    ExpandableDeleted {
        JointNail = "nail",
    }
}

decode::references! {
    JointExpandableRef => JointExpandable,
    ExpandableInScopeRef => ExpandableInScope,
    ExpandableDeletedRef => ExpandableDeleted,
    JointGlueRef => JointGlue as "glue",
    JointNailRef => JointNail as "nail",
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
