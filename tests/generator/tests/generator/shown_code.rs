//! Checks that the code in the documentation of the crate fits the width of a page.

use std::fs;
use std::path::{Path, PathBuf};

use generator_tests::workspace;

/// The number of characters that a page of rustdoc shows without scrolling.
const WIDTH: usize = 90;

/// The languages of code blocks whose lines with `# ` rustdoc hides.
const RUST: &[&str] = &["", "compile_fail", "ignore", "no_run", "rust", "should_panic"];

#[test]
fn fits_the_page() {
    let mut shown = 0;
    let mut long = Vec::new();
    for path in files(&workspace().join("generated")) {
        let text = fs::read_to_string(&path).unwrap();
        let is_markdown = path.extension().is_some_and(|extension| extension == "md");
        let documentation = if is_markdown { text } else { doc_comments(&text) };
        for line in code(&documentation) {
            shown += 1;
            if line.chars().count() > WIDTH {
                long.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(shown > 1000, "only {shown} lines of code were found");
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// Pages of documentation show whole example programs.
#[test]
fn so_do_the_example_programs() {
    let programs = files(&workspace().join("spec/examples"));
    assert!(programs.len() > 10, "{programs:?}");
    for path in programs {
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines() {
            assert!(line.chars().count() <= WIDTH, "{}: {line}", path.display());
        }
    }
}

#[test]
fn only_shown_lines_count() {
    let source = "\
//! ```no_run
//! use a::b;
//! # hidden();
//! #
//! #[test]
//! ```
//! prose
fn code() {} // ```
    /// ```toml
    /// # shown
    /// ```
";
    let documentation = doc_comments(source);
    let shown: Vec<&str> = code(&documentation).collect();
    assert_eq!(shown, ["use a::b;", "#[test]", "# shown"]);
}

/// Returns the sources and pages of the crate.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && name != "target" {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "md")
        {
            files.push(path);
        }
    }
    files
}

/// Returns the text of the documentation comments in a source file.
fn doc_comments(source: &str) -> String {
    let lines = source.lines().map(str::trim_start).filter_map(|line| {
        let text = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))?;
        Some(text.strip_prefix(' ').unwrap_or(text))
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// Returns the lines of code that rustdoc shows.
fn code(documentation: &str) -> impl Iterator<Item = &str> {
    let mut language: Option<&str> = None;
    documentation.lines().filter(move |line| {
        let line = line.trim();
        match (line.strip_prefix("```"), language) {
            (Some(info), None) => language = Some(info.split(',').next().unwrap_or("")),
            (Some(_), Some(_)) => language = None,
            (None, Some(language)) => {
                let hidden = line == "#" || line.starts_with("# ");
                return !(hidden && RUST.contains(&language));
            }
            (None, None) => {}
        }
        false
    })
}
