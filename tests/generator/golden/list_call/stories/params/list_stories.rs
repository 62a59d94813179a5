use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;
use crate::stories::StoryState;

/// Parameters of `GET /v1/stories`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct ListStories {
    pub(super) fields: Fields,
}

impl ListStories {
    /// Creates parameters with the required values.
    pub fn new(state: StoryState) -> Self {
        Self { fields: Fields::new() }.state(state)
    }

    /// Sets `ending_before`.
    #[inline]
    pub fn ending_before(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("ending_before", value);
        self
    }

    /// Sets `limit`.
    #[inline]
    pub fn limit(mut self, value: i64) -> Self {
        self.fields.integer("limit", value);
        self
    }

    /// Sets `starting_after`.
    #[inline]
    pub fn starting_after(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("starting_after", value);
        self
    }

    /// Sets `state`.
    #[inline]
    pub fn state(mut self, value: StoryState) -> Self {
        self.fields.set("state", value);
        self
    }
}
