use crate::runtime::encode::Fields;
use crate::runtime::{Timestamp, Unrecognized};
use crate::runtime_::params::RuntimeRoomMParams;

/// Parameters of `POST /v1/runtime_rooms`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateRuntimeRoom(pub(super) Fields);

impl CreateRuntimeRoom {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `kind`.
    #[inline]
    pub fn kind(self, value: RuntimeRoomKind) -> Self {
        Self(self.0.set("kind", value))
    }

    /// Sets `at`.
    #[inline]
    pub fn at(self, value: impl Into<Timestamp>) -> Self {
        Self(self.0.timestamp("at", value))
    }

    /// Sets `m`.
    #[inline]
    pub fn m(
        self,
        value: impl IntoIterator<Item = (impl Into<String>, RuntimeRoomMParams)>,
    ) -> Self {
        Self(self.0.map("m", value))
    }
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RuntimeRoomKind {
    /// `big`
    Big,
    /// `wide`
    Wide,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
