use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/labels`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateLabel {
    pub(super) fields: Fields,
}

impl CreateLabel {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `metadata`.
    #[inline]
    pub fn metadata(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.fields.text_map("metadata", value);
        self
    }
}
