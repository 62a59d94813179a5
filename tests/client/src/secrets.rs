//! Searches printed output for secrets.

use std::error::Error as StdError;
use std::fmt::Debug;

/// A part of every secret here, so that fragments are found too.
pub const MARK: &str = "HuShHuSh";

pub fn secret(prefix: &str) -> String {
    format!("{prefix}_{MARK}123")
}

/// Checks both forms of `Debug`, and returns them.
pub fn check(value: &impl Debug) -> String {
    let shown = format!("{value:?}\n{value:#?}");
    assert_hidden(&shown);
    assert!(shown.trim().len() > 2, "it says something");
    shown
}

/// Checks an error and its sources.
pub fn check_error(error: &impl StdError) -> String {
    let mut shown = check(error);
    let mut cause: Option<&dyn StdError> = Some(error);
    while let Some(error) = cause {
        shown += &format!("\n{error}\n{error:#}\n{error:?}");
        cause = error.source();
    }
    assert_hidden(&shown);
    shown
}

/// Checks the string, and the numbers of its bytes.
pub fn assert_hidden(shown: &str) {
    let numbers = format!("{:?}", MARK.as_bytes()).replace(['[', ']', ' '], "");
    let packed: String = shown.split_whitespace().collect();
    assert!(!shown.contains(MARK) && !packed.contains(&numbers), "{shown}");
}
