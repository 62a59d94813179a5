//! Prints macro invocations with tables, which no Rust printer lays out.

/// A part of a table: rows under a head, or a single row.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    head: String,
    rows: Option<Vec<String>>,
}

impl Entry {
    /// Creates `head { rows }`.
    pub(super) fn new(head: String, rows: Vec<String>) -> Self {
        Self { head, rows: Some(rows) }
    }

    /// Creates a single row.
    pub(super) fn row(line: String) -> Self {
        Self { head: line, rows: None }
    }
}

/// Prints the macro invocation.
pub(super) fn print(name: &str, entries: &[Entry]) -> String {
    let body: String = entries.iter().map(print_entry).collect();
    format!("{name} {{\n{body}}}\n")
}

fn print_entry(entry: &Entry) -> String {
    match &entry.rows {
        None => format!("    {}\n", entry.head),
        Some(rows) if rows.is_empty() => format!("    {} {{}}\n", entry.head),
        Some(rows) => {
            let rows: String =
                rows.iter().map(|row| format!("        {row}\n")).collect();
            format!("    {} {{\n{rows}    }}\n", entry.head)
        }
    }
}
