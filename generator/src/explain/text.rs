//! Prints explanations as text.

use std::fmt::Write;

use super::Explanation;

/// The width of the labels.
const WIDTH: usize = 9;

/// Prints explanations. A label that several facts share is printed once.
pub fn text(explanations: &[Explanation]) -> String {
    let mut text = String::new();
    for (index, explanation) in explanations.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "{}: {}", explanation.item, explanation.kind);
        let mut last = "";
        for (label, fact) in &explanation.facts {
            let shown = if *label == last { "" } else { label };
            let _ = writeln!(text, "  {shown:WIDTH$}{fact}");
            last = label;
        }
    }
    text
}
