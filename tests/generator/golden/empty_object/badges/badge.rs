use crate::badges::BadgeRibbon;

/// The API's `badge`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Badge {
    /// `ribbon` in the API.
    pub ribbon: Option<Box<BadgeRibbon>>,
}
