//! Decimal numbers with their exact digits.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::runtime::decode::{self, DecodeErrorKind, Place, Value};

/// A decimal number with its exact digits, such as `0.00000001` or `12.50`.
///
/// Equality compares the digits: `1.5` and `1.50` differ. To calculate, parse [`as_str`]
/// with a decimal library of your choice. Exponents are never sent: `1e-3`, as some
/// libraries print it, is sent as `0.001`. A string that is not a number is an error of
/// the call.
///
/// [`as_str`]: Decimal::as_str
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(String);

/// Larger exponents are rejected instead of written out; no amount needs them.
const MAX_EXPONENT: u32 = 100;

impl Decimal {
    /// Returns the number as the API or the caller wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns plain digits without an exponent, or `None` if the string is not a
    /// decimal number.
    pub(crate) fn plain(&self) -> Option<Cow<'_, str>> {
        plain(&self.0)
    }
}

fn plain(text: &str) -> Option<Cow<'_, str>> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let as_it_is = exponent == 0 && !text.starts_with('+') && !whole.is_empty();
    if as_it_is && mantissa.len() == text.len() && !mantissa.ends_with('.') {
        return Some(Cow::Borrowed(text));
    }
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    shifted(sign, whole, fraction, exponent).map(Cow::Owned)
}

/// Formats `whole.fraction` with the point moved `exponent` digits to the right.
fn shifted(sign: &str, whole: &str, fraction: &str, exponent: i32) -> Option<String> {
    if exponent.unsigned_abs() > MAX_EXPONENT {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let (whole, fraction) = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => {
            // Not with a format width, which panics beyond 65,535.
            (digits.clone() + &"0".repeat(point - digits.len()), String::new())
        }
        Ok(point) => {
            let (whole, fraction) = digits.split_at_checked(point)?;
            (whole.to_owned(), fraction.to_owned())
        }
        Err(_) => {
            let zeros = usize::try_from(point.unsigned_abs()).ok()?;
            (String::new(), "0".repeat(zeros) + &digits)
        }
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let dot = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{dot}{fraction}"))
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Decimal {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Decimal {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(value.to_string())
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    /// Parses any decimal number. Unlike `From<&str>`, this reports an invalid number
    /// immediately instead of when it is sent.
    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        match plain(text) {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(ParseDecimalError(())),
        }
    }
}

/// The error for a string that is not a decimal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is not a decimal number")
    }
}

impl std::error::Error for ParseDecimalError {}

impl Place for Decimal {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0.fill(value)
    }
}

decode::blank!(Decimal = Self(String::new()));

decode::deserialize!(Decimal);
