use crate::runtime::Unrecognized;

/// The API's `story`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Story {
    /// `id` in the API.
    pub id: String,
    /// `state` in the API.
    pub state: Option<StoryState>,
}

/// Values of `state`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StoryState {
    /// `draft`
    Draft,
    /// `printed`
    Printed,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
