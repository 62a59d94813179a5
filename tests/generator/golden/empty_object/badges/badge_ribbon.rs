/// The API's `badge_ribbon`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BadgeRibbon {}
