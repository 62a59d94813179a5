/// The API's `joint_nail`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JointNail {
    /// `id` in the API.
    pub id: String,
}

impl JointNail {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "nail";
}
