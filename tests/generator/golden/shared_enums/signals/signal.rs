use crate::runtime::Unrecognized;

/// The API's `signal`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Signal {
    /// `color` in the API.
    pub color: Option<SignalColor>,
    /// `sound` in the API.
    pub sound: Option<SignalSound>,
    /// `stops` in the API.
    pub stops: Option<Vec<SignalStop>>,
}

/// Values of `color`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SignalColor {
    /// `green`
    Green,
    /// `red`
    Red,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `sound`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SignalSound {
    /// `bell`
    Bell,
    /// `horn`
    Horn,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Values of `stops[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SignalStop {
    /// `first`
    First,
    /// `last`
    Last,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
