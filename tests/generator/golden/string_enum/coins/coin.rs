use crate::runtime::Unrecognized;

/// The API's `coin`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Coin {
    /// `metals` in the API.
    pub metals: Option<Vec<CoinMetal>>,
    /// What is up.
    pub side: CoinSide,
}

/// Values of `metals[]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CoinMetal {
    /// `gold`
    Gold,
    /// `silver-gilt`
    SilverGilt,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// What is up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CoinSide {
    /// `head`
    Head,
    /// It stands on its edge.
    None,
    /// `other`
    Other,
    /// `tail`
    Tail,
    /// `unknown`
    Unknown,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
