/// The API's `shape_circle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShapeCircle {
    /// `id` in the API.
    pub id: String,
}

impl ShapeCircle {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "circle";
}
