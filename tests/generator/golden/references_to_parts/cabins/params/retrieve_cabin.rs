use crate::runtime::encode::Fields;

/// Parameters of `GET /v1/cabins/{cabin}`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct RetrieveCabin {
    pub(super) fields: Fields,
}

impl RetrieveCabin {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of the operation.
    ///
    /// The default is `10`. The minimum is `1`.
    #[inline]
    pub fn size(mut self, value: i64) -> Self {
        self.fields.integer("size", value);
        self
    }
}
