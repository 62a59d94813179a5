use crate::runtime::{IntoParam, Timestamp};
use crate::runtime::encode::Fields;
use crate::shared::params::{AllocRoomMParams, KindBigOrWide};

/// Parameters of `POST /v1/runtime_rooms`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateRuntimeRoom {
    pub(super) fields: Fields,
}

impl CreateRuntimeRoom {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `at`.
    #[inline]
    pub fn at(mut self, value: impl IntoParam<Timestamp>) -> Self {
        self.fields.timestamp("at", value);
        self
    }

    /// Sets `kind`.
    #[inline]
    pub fn kind(mut self, value: KindBigOrWide) -> Self {
        self.fields.set("kind", value);
        self
    }

    /// Sets `m`.
    #[inline]
    pub fn m(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, AllocRoomMParams)>,
    ) -> Self {
        self.fields.map("m", value);
        self
    }
}
