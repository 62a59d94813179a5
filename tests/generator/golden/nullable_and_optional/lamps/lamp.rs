use crate::lamps::LampOptionalObject;

/// The API's `lamp`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lamp {
    /// `id` in the API.
    pub id: String,
    /// `nullable` in the API.
    pub nullable: Option<String>,
    /// `nullable_list` in the API.
    pub nullable_list: Option<Vec<i64>>,
    /// `optional` in the API.
    pub optional: Option<String>,
    /// `optional_object` in the API.
    pub optional_object: Option<Box<LampOptionalObject>>,
}
