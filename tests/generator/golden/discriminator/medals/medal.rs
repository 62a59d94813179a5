use crate::medals::MedalRim;

/// The API's `medal`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Medal {
    /// `rim` in the API.
    pub rim: Option<Box<MedalRim>>,
    /// `weight` in the API.
    pub weight: Option<i64>,
}

impl Medal {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "medal.gold";
}
