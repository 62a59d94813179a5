//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Sign {
        text: optional "text",
    }
}

decode::open_enum! {
    SignText {
        SelfValue = "self",
        None = "none",
        Other = "other",
        Unknown = "unknown",
        UnrecognizedValue = "unrecognized",
        Digit3Ds = "3ds",
        VDigit3Ds = "v3ds",
        V102 = "1.0.2",
        Star = "*",
        EnGb = "en-GB",
        EtcSlashGmtPlus1 = "Etc/GMT+1",
        EtcSlashGmtMinus1 = "Etc/GMT-1",
        AMinusB = "a-b",
        AUnderscoreB = "a_b",
        UpperUUpperSUpperD = "USD",
        Usd = "usd",
        Quoted = "\"quoted\"",
        BackSlash = "back\\\\slash",
        TwoWords = "two words",
        Ue9 = "é",
        U65e5U672c = "日本",
        Option = "Option",
        Some = "Some",
        Redacted = "[redacted]",
        V01 = "01",
        V1 = "1",
        Default = "default",
    }
}
