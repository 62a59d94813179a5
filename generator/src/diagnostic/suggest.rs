//! Suggestions for names that do not exist.

use similar::get_close_matches;

/// The similarity from which a name is worth suggesting: 1 is equality.
const CUTOFF: f32 = 0.7;

/// Returns the candidate that is most similar to `name`, if one is similar enough.
pub(crate) fn similar<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    get_close_matches(name, &candidates, 1, CUTOFF).first().copied()
}

/// Returns a help message: a suggestion if a candidate is similar to `name`, or else `otherwise`.
pub(crate) fn help<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match similar(name, candidates) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_similar_names_are_suggested() {
        let candidates = ["/v1/widgets", "/v1/gadgets"];
        let suggested = help("/v1/widget", candidates, "remove it");
        assert_eq!(suggested, "did you mean `/v1/widgets`?");
        assert_eq!(help("size", candidates, "remove it"), "remove it");
    }
}
