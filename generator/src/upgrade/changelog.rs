//! Adds entries to a list of changes.

/// The beginning of the heading of an entry.
const ENTRY: &str = "## ";

/// The beginning of a list without entries.
const TITLE: &str = "# Changelog\n";

/// Returns a list of changes with one more entry before the others.
pub fn with_entry(text: &str, entry: &str) -> String {
    let text = if text.trim().is_empty() { TITLE } else { text };
    match first_entry(text) {
        Some(start) => format!("{}{entry}\n{}", &text[..start], &text[start..]),
        None => format!("{}\n\n{entry}", text.trim_end()),
    }
}

/// Returns the position of the first entry.
fn first_entry(text: &str) -> Option<usize> {
    let mut position = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(ENTRY) {
            return Some(position);
        }
        position += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_before_the_others() {
        let table = [
            ("", "# Changelog\n\n## 2\n\nNew.\n"),
            ("# Changes\n", "# Changes\n\n## 2\n\nNew.\n"),
            (
                "# Changes\n\n## 1\n\nOld.\n",
                "# Changes\n\n## 2\n\nNew.\n\n## 1\n\nOld.\n",
            ),
            ("Intro.\n### x\n## 1\n", "Intro.\n### x\n## 2\n\nNew.\n\n## 1\n"),
        ];
        for (text, expected) in table {
            assert_eq!(with_entry(text, "## 2\n\nNew.\n"), expected, "{text:?}");
        }
    }
}
