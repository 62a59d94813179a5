use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// Parameters of `GET /v1/bridges/{bridge}/ropes/{id}`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct RetrieveBridge {
    pub(super) fields: Fields,
}

impl RetrieveBridge {
    /// Creates parameters with the required values.
    pub fn new(style: BridgeStyle) -> Self {
        Self { fields: Fields::new() }.style(style)
    }

    /// Sets `style`.
    #[inline]
    pub fn style(mut self, value: BridgeStyle) -> Self {
        self.fields.set("style", value);
        self
    }
}

/// Values of `style`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BridgeStyle {
    /// `long`
    Long,
    /// `short`
    Short,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
