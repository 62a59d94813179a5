//! Types and operations of `tree`.

mod codec;
mod object;
mod tree_bird;
mod tree_branch;
mod tree_tax;
mod tree_tax_info;
mod trees;

pub use self::object::Tree;
pub use self::tree_bird::TreeBird;
pub use self::tree_branch::TreeBranch;
pub use self::tree_tax::TreeTax;
pub use self::tree_tax_info::TreeTaxInfo;
pub use self::trees::Trees;
