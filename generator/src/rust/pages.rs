//! Assigns the pages of the book: to modules, to operations, and to guides, which are modules
//! with nothing but documentation.

use std::collections::BTreeMap;

use super::ident::GUIDES;
use super::names::Names;
use crate::diagnostic::suggest;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::runtime;

/// The folder of pages that replace files of the runtime.
pub(crate) const ITEMS: &str = "items/";

/// The extension of pages.
const EXTENSION: &str = ".md";

/// The folder with a page for each operation: `operations/checkout.sessions.create.md`.
const OPERATIONS: &str = "operations/";

/// The page of the crate itself.
const FRONT: &str = "lib";

/// The pages of the book.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Module or guide → Markdown.
    pub(super) modules: BTreeMap<String, String>,
    /// Index of an operation → Markdown.
    pub(super) guides: BTreeMap<usize, String>,
}

/// Assigns all pages. `book` has their text by path below `folder`, and `calls` the way to
/// each operation.
pub(super) fn assign(
    folder: &str,
    book: &BTreeMap<String, String>,
    calls: &[String],
    names: &Names,
) -> Result<Pages> {
    let modules = modules(names);
    let mut pages = Pages::default();
    let mut problems = Diagnostics::default();
    for (path, text) in book {
        let Some(name) = path.strip_suffix(EXTENSION) else { continue };
        let file = format!("{folder}/{path}");
        if path.starts_with(ITEMS) {
            problems.record(check_item(&file, path));
        } else if let Some(operation) = name.strip_prefix(OPERATIONS) {
            match calls.iter().position(|call| call == operation) {
                Some(index) => {
                    pages.guides.insert(index, text.trim_end().to_owned());
                }
                None => problems.push(unknown(&file, "operation", operation, calls)),
            }
        } else {
            let module = name.replace(['.', '/'], "::");
            let is_guide = module.split("::").next() == Some(GUIDES);
            if is_guide || modules.contains(&module) {
                pages.modules.insert(module, text.clone());
            } else {
                problems.push(unknown(&file, "module", &module, &modules));
            }
        }
    }
    problems.into_result(pages)
}

/// Checks that an item of the runtime has a place for the page.
fn check_item(file: &str, path: &str) -> Result<()> {
    let files = runtime::files();
    let pages: Vec<String> =
        files.iter().filter_map(|(path, _)| page_of(path)).collect();
    if pages.iter().any(|page| page == path) {
        return Ok(());
    }
    Err(unknown(file, "public item", path, &pages).into())
}

/// Returns the page of the book that replaces a file of the runtime: the documentation of
/// some items names types that the runtime does not know.
pub(crate) fn page_of(path: &str) -> Option<String> {
    path.strip_prefix("docs/").map(|name| format!("{ITEMS}{name}"))
}

/// Returns the modules of types and accessors, with those that contain them.
fn modules(names: &Names) -> Vec<String> {
    let mut modules = vec![FRONT.to_owned()];
    for module in names.types.iter().chain(&names.accessors).map(|name| &name.module) {
        let ends = module.match_indices("::").map(|(end, _)| end).chain([module.len()]);
        modules.extend(ends.filter_map(|end| module.get(..end)).map(str::to_owned));
    }
    modules
}

fn unknown(file: &str, kind: &str, name: &str, known: &[String]) -> Diagnostic {
    let fault = format!("page about the {kind} `{name}`, which does not exist");
    let known = known.iter().map(String::as_str);
    Diagnostic::new(file, Place::File, fault).help(suggest::help(
        name,
        known,
        "rename or remove the page",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    fn assigned(paths: &[&str]) -> Result<Pages> {
        let book =
            paths.iter().map(|path| ((*path).to_owned(), format!("Text of {path}.\n")));
        let names = Names::given(&["harbour::pier::Boat"], &["boats::Boats"]);
        assign("book", &book.collect(), &["boats.create".to_owned()], &names)
    }

    #[test]
    fn pages_are_about_modules_operations_guides_and_the_crate() {
        let paths = [
            "lib.md",
            "boats.md",
            "harbour.md",
            "harbour.pier.md",
            "guides.md",
            "guides/sailing.md",
            "operations/boats.create.md",
            "picture.png",
        ];
        let pages = assigned(&paths).unwrap();
        let modules: Vec<&str> = pages.modules.keys().map(String::as_str).collect();
        assert_eq!(
            modules,
            ["boats", "guides", "guides::sailing", "harbour", "harbour::pier", "lib"]
        );
        assert_eq!(pages.guides[&0], "Text of operations/boats.create.md.");
    }

    #[test]
    fn a_page_about_nothing_is_a_fault() {
        let table = [
            ("boat.md", "page about the module `boat`, which does not exist"),
            (
                "operations/boats.creat.md",
                "page about the operation `boats.creat`, which does not exist",
            ),
            (
                "items/nothing.md",
                "page about the public item `items/nothing.md`, which does not exist",
            ),
        ];
        for (path, fault) in table {
            assert_eq!(faults(assigned(&[path])), [fault]);
        }
    }

    #[test]
    fn documentation_of_the_runtime_can_be_replaced() {
        let files = runtime::files();
        let page = files.iter().find_map(|(path, _)| page_of(path)).unwrap();
        assert!(assigned(&[&page]).is_ok(), "{page}");
        assert_eq!(page_of("docs/client.md").as_deref(), Some("items/client.md"));
        assert_eq!(page_of("client.rs"), None);
    }
}
