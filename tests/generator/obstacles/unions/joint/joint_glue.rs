/// The API's `joint_glue`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JointGlue {
    /// `dries` in the API.
    pub dries: Option<i64>,
}

impl JointGlue {
    /// The value of `object` in JSON.
    pub const OBJECT: &'static str = "glue";
}
