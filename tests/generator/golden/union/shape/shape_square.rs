/// The API's `shape_square`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShapeSquare {
    /// `id` in the API.
    pub id: String,
}

impl ShapeSquare {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "square";
}
