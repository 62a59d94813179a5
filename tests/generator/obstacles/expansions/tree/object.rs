use crate::runtime::{Expandable, List};
use crate::tree::{TreeBranch, TreeTax, TreeTaxInfo};

/// The API's `tree`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `id` in the API.
    pub id: String,
    /// `tax_id` in the API.
    pub tax_id: Option<Expandable<TreeTax>>,
    /// `tax` in the API.
    pub tax: Option<Box<TreeTaxInfo>>,
    /// `branches` in the API.
    pub branches: Option<List<TreeBranch>>,
}
