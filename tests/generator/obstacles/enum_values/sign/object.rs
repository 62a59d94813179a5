use crate::runtime::Unrecognized;

/// The API's `sign`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sign {
    /// `text` in the API.
    pub text: Option<Text>,
}

/// Values of `text`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Text {
    /// `self`
    SelfValue,
    /// `none`
    None,
    /// `other`
    Other,
    /// `unknown`
    Unknown,
    /// `unrecognized`
    UnrecognizedValue,
    /// `3ds`
    Digit3Ds,
    /// `v3ds`
    VDigit3Ds,
    /// `1.0.2`
    V102,
    /// `*`
    Star,
    /// `en-GB`
    EnGb,
    /// `Etc/GMT+1`
    EtcSlashGmtPlus1,
    /// `Etc/GMT-1`
    EtcSlashGmtMinus1,
    /// `a-b`
    AMinusB,
    /// `a_b`
    AUnderscoreB,
    /// `USD`
    UpperUUpperSUpperD,
    /// `usd`
    Usd,
    /// `"quoted"`
    Quoted,
    /// `back\\slash`
    BackSlash,
    /// `two words`
    TwoWords,
    /// `é`
    Ue9,
    /// `日本`
    U65e5U672c,
    /// `Option`
    Option,
    /// `Some`
    Some,
    /// `[redacted]`
    Redacted,
    /// `01`
    V01,
    /// `1`
    V1,
    /// `default`
    Default,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
