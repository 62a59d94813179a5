//! Looks for secrets in what is printed.

use std::error::Error as StdError;
use std::fmt::Debug;

/// A part of every secret here, so that a part of one is found too.
pub const MARK: &str = "HuShHuSh";

pub fn secret(prefix: &str) -> String {
    format!("{prefix}_{MARK}123")
}

/// Both forms of `Debug`, without a secret.
pub fn check(value: &impl Debug) -> String {
    let shown = format!("{value:?}\n{value:#?}");
    assert_hidden(&shown);
    assert!(shown.trim().len() > 2, "it says something");
    shown
}

/// An error and its causes.
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

/// Neither as text nor as the numbers of its bytes.
pub fn assert_hidden(shown: &str) {
    let numbers = format!("{:?}", MARK.as_bytes()).replace(['[', ']', ' '], "");
    let packed: String = shown.split_whitespace().collect();
    assert!(!shown.contains(MARK) && !packed.contains(&numbers), "{shown}");
}
