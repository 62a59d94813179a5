use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;
use crate::signals::{SignalColor, SignalStop};

/// Parameters of `POST /v1/signals`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateSignal {
    pub(super) fields: Fields,
}

impl CreateSignal {
    /// Creates an empty set of parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `color`.
    #[inline]
    pub fn color(mut self, value: SignalColor) -> Self {
        self.fields.set("color", value);
        self
    }

    /// Sets `sound`.
    #[inline]
    pub fn sound(mut self, value: CreateSignalSound) -> Self {
        self.fields.set("sound", value);
        self
    }

    /// Sets `stops`.
    #[inline]
    pub fn stops(mut self, value: impl IntoIterator<Item = SignalStop>) -> Self {
        self.fields.list("stops", value);
        self
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
