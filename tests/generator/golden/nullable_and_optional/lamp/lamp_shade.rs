/// The API's `lamp_shade`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LampShade {
    /// `color` in the API.
    pub color: Option<String>,
}
