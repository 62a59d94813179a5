/// The API's `shape_square`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShapeBodySquare {
    /// `id` in the API.
    pub id: String,
}

impl ShapeBodySquare {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "square";
}
