//! Sorts names in `use` declarations like rustfmt: `_` before everything else, and
//! numbers by value. (Module declarations are sorted by their bytes.)

use std::cmp::Ordering;

/// Sorts names of modules or items.
pub(crate) fn sort<T: AsRef<str>>(names: &mut [T]) {
    names.sort_by(|a, b| compare(a.as_ref(), b.as_ref()));
}

/// Compares two paths.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split("::"), b.split("::"));
    loop {
        return match (a.next(), b.next()) {
            (Some(a), Some(b)) if a == b => continue,
            (Some(a), Some(b)) => compare_names(a, b),
            (a, b) => a.cmp(&b),
        };
    }
}

fn compare_names(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let numbers = (number(a), number(b));
        if let (Some((x, behind_x)), Some((y, behind_y))) = numbers {
            match x.cmp(&y) {
                Ordering::Equal => (a, b) = (behind_x, behind_y),
                order => return order,
            }
            continue;
        }
        let (mut x, mut y) = (a.chars(), b.chars());
        match x.next().map(rank).cmp(&y.next().map(rank)) {
            Ordering::Equal if a.is_empty() => return Ordering::Equal,
            Ordering::Equal => (a, b) = (x.as_str(), y.as_str()),
            order => return order,
        }
    }
}

fn rank(c: char) -> (bool, char) {
    (c != '_', c)
}

/// Returns the leading number, and the rest.
fn number(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn underscores_come_first_and_numbers_count() {
        let mut names = ["page10", "page2", "page", "pages", "page_size", "page_2"];
        sort(&mut names);
        assert_eq!(names, ["page", "page_2", "page_size", "page2", "page10", "pages"]);
    }
}
