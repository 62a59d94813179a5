/// The API's `medal_rim`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MedalRim {
    /// `object` in the API.
    pub object: Option<String>,
}
