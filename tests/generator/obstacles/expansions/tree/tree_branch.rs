use crate::runtime::Expandable;
use crate::tree::TreeBird;

/// The API's `tree_branch`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreeBranch {
    /// `id` in the API.
    pub id: String,
    /// `bird` in the API.
    pub bird: Option<Expandable<TreeBird>>,
}
