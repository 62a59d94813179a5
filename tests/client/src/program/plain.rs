//! Random strings and numbers, as they are sent.

use proptest::prelude::*;
use proptest::sample::select;

use super::random::Limits;
use crate::forms::Shape;

/// Most strings are shorter than the document allows.
const SHORT: usize = 12;

/// Returns a value that is neither a container nor an enum.
pub(super) fn value(shape: &Shape, limits: Limits) -> BoxedStrategy<String> {
    match shape {
        Shape::Text { currency: true, .. } if limits == Limits::Document => {
            "[a-z]{3}".boxed()
        }
        Shape::Text { longest, .. } => text(*longest, limits),
        Shape::Integer | Shape::Timestamp => integer(),
        Shape::Number => number(),
        Shape::Boolean => any::<bool>().prop_map(|value| value.to_string()).boxed(),
        Shape::Decimal => "-?[1-9][0-9]{0,11}(\\.[0-9]{1,12})?".boxed(),
        other => panic!("{} is not plain", other.kind()),
    }
}

/// Returns a string of any characters, sometimes as long as the document allows. If only
/// types limit it, it may also be longer or empty.
pub(super) fn text(longest: Option<usize>, limits: Limits) -> BoxedStrategy<String> {
    let short = |least| {
        let most = longest.map_or(SHORT, |longest| longest.min(SHORT));
        prop::collection::vec(any::<char>(), least..=most)
            .prop_map(|characters| characters.into_iter().collect::<String>())
    };
    let (least, beyond) = match limits {
        Limits::Document => (1, 0),
        Limits::Types => (0, 1),
    };
    let Some(longest) = longest else { return short(least).boxed() };
    // Shrinks quickly to a few different characters.
    let long = short(1).prop_map(move |text| {
        text.chars().cycle().take(longest + beyond).collect::<String>()
    });
    prop_oneof![15 => short(least), 1 => long].boxed()
}

/// Returns mostly small integers.
pub(super) fn integer() -> BoxedStrategy<String> {
    prop_oneof![3 => 0..1000_i64, 1 => any::<i64>()]
        .prop_map(|value| value.to_string())
        .boxed()
}

/// Returns the shortest exact digits.
fn number() -> BoxedStrategy<String> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    let any = POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO;
    prop_oneof![3 => 0.0..100.0, 1 => any]
        .prop_map(
            |value: f64| if value == 0.0 { "0".to_owned() } else { value.to_string() },
        )
        .boxed()
}

/// Returns an id in a path.
pub(super) fn id(longest: usize, limits: Limits) -> BoxedStrategy<String> {
    match limits {
        Limits::Document => {
            let longest = longest.min(40);
            proptest::string::string_regex(&format!("[A-Za-z0-9_]{{1,{longest}}}"))
                .expect("a pattern")
                .boxed()
        }
        // Ids that the crate rejects have tests of their own.
        Limits::Types => text(Some(longest), limits)
            .prop_filter("a segment", |id| !["", ".", ".."].contains(&id.as_str()))
            .boxed(),
    }
}

/// The document says nothing about keys; the mock treats a key of digits as an index.
pub(super) fn map_key(limits: Limits) -> BoxedStrategy<String> {
    match limits {
        Limits::Document => "[A-Za-z][A-Za-z0-9_-]{0,19}".boxed(),
        // What the crate refuses has tests of its own.
        Limits::Types => {
            let odd = select(vec!["a b", "é", "a&b=c", "0", "a.b", "%5B", "+"]);
            let any = text(None, limits).prop_filter("a key", |key| {
                !key.is_empty() && !key.contains(['[', ']'])
            });
            prop_oneof![odd.prop_map(str::to_owned), any].boxed()
        }
    }
}
