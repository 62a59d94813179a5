/// The API's `door_handle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DoorHandle {
    /// `side` in the API.
    pub side: Option<String>,
}
