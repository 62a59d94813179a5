use crate::runtime::Expandable;
use crate::tree::TreeTax;

/// The API's `tree_tax_info`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreeTaxInfo {
    /// `id` in the API.
    pub id: Option<Expandable<TreeTax>>,
}
