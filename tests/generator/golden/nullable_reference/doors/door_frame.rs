/// The API's `door_frame`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DoorFrame {
    /// `width` in the API.
    pub width: Option<i64>,
}
