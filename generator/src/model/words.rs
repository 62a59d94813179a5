//! English words, as far as names of the API require it.

/// Returns the singular of an English plural, as far as names of lists require it.
pub(crate) fn singular(words: &str) -> String {
    let cut = |end: usize, tail: &str| format!("{}{tail}", &words[..words.len() - end]);
    let ends = |tails: &[&str]| tails.iter().any(|tail| words.ends_with(tail));
    if words.ends_with("ies") && words.len() > 4 {
        cut(3, "y")
    } else if ends(&["sses", "xes", "ches", "shes"])
        || words.ends_with("uses") && words.len() > 4
    {
        cut(2, "")
    } else if words.ends_with('s') && !ends(&["ss", "us", "is"]) {
        cut(1, "")
    } else {
        words.to_owned()
    }
}

/// Returns the plural of an English noun.
pub(crate) fn plural(noun: &str) -> String {
    let ends = |tails: &[&str]| tails.iter().any(|tail| noun.ends_with(tail));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{plural, singular};

    #[test]
    fn singulars() {
        let table = [
            ("guest_lists", "guest_list"),
            ("allowed_countries", "allowed_country"),
            ("taxes", "tax"),
            ("glasses", "glass"),
            ("status", "status"),
            ("statuses", "status"),
            ("business", "business"),
            ("types", "type"),
        ];
        for (plural, name) in table {
            assert_eq!(singular(plural), name);
        }
    }

    #[test]
    fn plurals() {
        let table = [
            ("Boat", "Boats"),
            ("Ferry", "Ferries"),
            ("Buoy", "Buoys"),
            ("Box", "Boxes"),
        ];
        for (noun, name) in table {
            assert_eq!(plural(noun), name);
        }
    }
}
