//! The wire names of types, fields and values.

use crate::runtime::{decode, expand};
use super::*;

decode::object! {
    Tree {
        branches: optional "branches",
        id: required "id",
        tax: optional "tax",
        tax_id: optional "tax_id",
    }
    TreeBranch {
        bird: optional "bird",
        id: required "id",
    }
    TreeTax {
        id: optional "id",
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
