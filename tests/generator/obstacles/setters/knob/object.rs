/// The API's `knob`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Knob {
    /// `id` in the API.
    pub id: String,
}
