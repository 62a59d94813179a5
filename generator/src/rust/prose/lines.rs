//! Lays out lines: avoids accidental code blocks, and formats lists as rustdoc and
//! clippy expect.

/// Returns the fence of the code block that `line` opens: at least three marks.
pub(super) fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let fence = &line[..line.len() - line.trim_start_matches(mark).len()];
    (fence.len() >= 3).then_some(fence)
}

/// Normalizes white space: single blank lines, blank lines around lists, and the
/// indentation of items.
pub(crate) fn tidy(text: &str) -> String {
    let mut layout = Layout::default();
    let mut mark = None;
    for line in text.lines() {
        match mark {
            Some(close) => {
                layout.out.push(line.trim_end().to_owned());
                if line.trim() == close {
                    mark = None;
                }
            }
            None => {
                mark = fence(line);
                layout.line(line);
            }
        }
    }
    layout.out.join("\n").trim().to_owned()
}

#[derive(Default)]
struct Layout {
    out: Vec<String>,
    /// The indentation of the current item's text, and of the item itself.
    item: Option<(usize, usize)>,
}

impl Layout {
    fn line(&mut self, line: &str) {
        let depth = line.len() - line.trim_start().len();
        let line = line.trim();
        let after_blank = self.out.last().is_none_or(String::is_empty);
        if line.is_empty() {
            if !after_blank {
                self.out.push(String::new());
            }
        } else if self.in_quote() && !line.starts_with('>') {
            self.out.push(format!("> {line}"));
        } else if let Some(width) = marker(line) {
            let depth = match self.item {
                Some((text, _)) if depth >= text => text,
                Some((_, item)) if depth >= item => item,
                _ => 0,
            };
            if self.item.is_none() && !after_blank {
                self.out.push(String::new());
            }
            self.item = Some((depth + width, depth));
            self.push(depth, line);
        } else {
            match self.item {
                Some((text, _)) if !after_blank || depth > 0 => self.push(text, line),
                _ => {
                    self.item = None;
                    self.push(0, line);
                }
            }
        }
    }

    fn in_quote(&self) -> bool {
        self.out.last().is_some_and(|above| above.starts_with('>'))
    }

    fn push(&mut self, depth: usize, line: &str) {
        self.out.push(format!("{}{line}", " ".repeat(depth)));
    }
}

/// Returns the width of the list marker at the start of `line`.
fn marker(line: &str) -> Option<usize> {
    let digits =
        line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let numbered = (1..=3).contains(&digits) && rest.starts_with(". ");
    let bullet = digits == 0 && (rest.starts_with("- ") || rest.starts_with("* "));
    (numbered || bullet).then_some(digits + 2)
}
