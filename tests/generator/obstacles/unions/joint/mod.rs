//! Types and operations of `joint`.

mod any;
mod codec;
mod expandable_deleted;
mod expandable_in_scope;
mod joint_expandable;
mod joint_glue;
mod joint_list;
mod joint_nail;
mod joint_screw;
mod joints;
mod object;

pub use self::any::Any;
pub use self::expandable_deleted::ExpandableDeleted;
pub use self::expandable_in_scope::ExpandableInScope;
pub use self::joint_expandable::JointExpandable;
pub use self::joint_glue::JointGlue;
pub use self::joint_list::JointList;
pub use self::joint_nail::JointNail;
pub use self::joint_screw::JointScrew;
pub use self::joints::Joints;
pub use self::object::Joint;
