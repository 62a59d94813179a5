use crate::doors::{DoorFrame, DoorHandle};

/// The API's `door`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Door {
    /// `frame` in the API.
    pub frame: DoorFrame,
    /// `handle` in the API.
    pub handle: Option<Box<DoorHandle>>,
    /// `id` in the API.
    pub id: String,
}
