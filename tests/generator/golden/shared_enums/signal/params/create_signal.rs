use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;
use crate::signal::{SignalColor, SignalStop};

/// Parameters of `POST /v1/signals`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateSignal(pub(super) Fields);

impl CreateSignal {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `color`.
    #[inline]
    pub fn color(self, value: SignalColor) -> Self {
        Self(self.0.set("color", value))
    }

    /// Sets `sound`.
    #[inline]
    pub fn sound(self, value: CreateSignalSound) -> Self {
        Self(self.0.set("sound", value))
    }

    /// Sets `stops`.
    #[inline]
    pub fn stops(self, value: impl IntoIterator<Item = SignalStop>) -> Self {
        Self(self.0.list("stops", value))
    }
}

/// Values of `sound`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CreateSignalSound {
    /// `bell`
    Bell,
    /// `horn`
    Horn,
    /// `whistle`
    Whistle,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
