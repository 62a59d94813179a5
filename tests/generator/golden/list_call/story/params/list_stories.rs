use crate::runtime::encode::Fields;
use crate::story::StoryState;

/// Parameters of `GET /v1/stories`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ListStories(pub(super) Fields);

impl ListStories {
    /// Creates parameters with the required values.
    pub fn new(state: StoryState) -> Self {
        Self(Fields::new()).state(state)
    }

    /// Sets `ending_before`.
    #[inline]
    pub fn ending_before(self, value: impl Into<String>) -> Self {
        Self(self.0.text("ending_before", value))
    }

    /// Sets `limit`.
    #[inline]
    pub fn limit(self, value: i64) -> Self {
        Self(self.0.integer("limit", value))
    }

    /// Sets `starting_after`.
    #[inline]
    pub fn starting_after(self, value: impl Into<String>) -> Self {
        Self(self.0.text("starting_after", value))
    }

    /// Sets `state`.
    #[inline]
    pub fn state(self, value: StoryState) -> Self {
        Self(self.0.set("state", value))
    }
}
