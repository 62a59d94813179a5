/// A lantern on a wall.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LanternInHall {
    /// When it was put up.
    pub hung: Option<String>,
}

impl LanternInHall {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "lantern.in_hall";
}
