use crate::runtime::{IntoParam, Timestamp, Unrecognized};
use crate::runtime::encode::Fields;
use crate::runtime_rooms::params::RuntimeRoomMParams;

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
    pub fn kind(mut self, value: CreateRuntimeRoomKind) -> Self {
        self.fields.set("kind", value);
        self
    }

    /// Sets `m`.
    #[inline]
    pub fn m(
        mut self,
        value: impl IntoIterator<Item = (impl Into<String>, RuntimeRoomMParams)>,
    ) -> Self {
        self.fields.map("m", value);
        self
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CreateRuntimeRoomKind {
    /// `big`
    Big,
    /// `wide`
    Wide,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
