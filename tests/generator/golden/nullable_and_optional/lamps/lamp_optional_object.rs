/// The API's `lamp_shade`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LampOptionalObject {
    /// `color` in the API.
    pub color: Option<String>,
}
