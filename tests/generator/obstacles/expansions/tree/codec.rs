//! The wire names of types, fields and values.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    Tree {
        id: required "id",
        tax_id: optional "tax_id",
        tax: optional "tax",
        branches: optional "branches",
    }
    TreeTaxInfo {
        id: optional "id",
    }
    TreeBranch {
        id: required "id",
        bird: optional "bird",
    }
}

decode::has_id! {
    Tree,
    TreeBranch,
}

expand::paths! {
    Tree {
        EXPAND_BRANCHES = "branches",
        EXPAND_BRANCHES_DATA_BIRD = "branches.data.bird",
        EXPAND_TAX__ID = "tax.id",
        EXPAND_TAX_ID = "tax_id",
    }
}
