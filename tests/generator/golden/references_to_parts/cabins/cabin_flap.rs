/// The API's `flap`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CabinFlap {
    /// `width` in the API.
    pub width: Option<f64>,
}
