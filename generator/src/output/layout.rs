//! Lays out source files: the pretty printer formats each item, and blank lines between
//! items and between the members of an `impl` block are added here, because it has none.

use proc_macro2::TokenStream;
use quote::quote;

use super::table::{self, Entry};
use crate::rust::prose;

/// A source file before it is printed.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// The path below `src`.
    pub(super) path: String,
    /// The documentation of its module.
    pub(super) docs: String,
    /// `use` declarations, in groups.
    pub(super) imports: Vec<Vec<TokenStream>>,
    /// The items.
    pub(super) items: Vec<Item>,
}

/// A part of a file, surrounded by blank lines.
#[derive(Debug)]
pub(super) enum Item {
    /// One item.
    Code(TokenStream),
    /// Several items without blank lines in between.
    Lines(Vec<TokenStream>),
    /// Several items, below the attribute that all of them have.
    Part {
        /// The attribute.
        attribute: String,
        /// The items.
        items: Vec<TokenStream>,
    },
    /// An `impl` block with blank lines between its members.
    Impl {
        /// The header, such as `impl CheckoutSession`.
        header: TokenStream,
        /// The methods and constants.
        members: Vec<TokenStream>,
    },
    /// The invocation of a macro of the runtime.
    Table {
        /// The path of the macro.
        name: &'static str,
        /// The rows.
        entries: Vec<Entry>,
    },
}

/// Prints a file, starting with the comment `header`.
pub(super) fn text(file: &SourceFile, header: &str) -> Result<String, syn::Error> {
    let mut parts = vec![header.to_owned()];
    if !file.docs.is_empty() {
        let docs = prose::escape(&file.docs);
        let lines = docs.trim_end().lines();
        let line = |line| format!("//! {line}").trim_end().to_owned() + "\n";
        parts.push(lines.map(line).collect());
    }
    for group in &file.imports {
        parts.push(lines(group)?);
    }
    for item in &file.items {
        parts.push(match item {
            Item::Code(code) => print(code)?,
            Item::Lines(items) => lines(items)?,
            Item::Part { attribute, items } => part(attribute, items)?,
            Item::Impl { header, members } => block(header, members)?,
            Item::Table { name, entries } => table::print(name, entries),
        });
    }
    Ok(parts.join("\n"))
}

fn print(code: &TokenStream) -> Result<String, syn::Error> {
    syn::parse2::<syn::File>(code.clone()).map(|file| prettyplease::unparse(&file))
}

fn lines(items: &[TokenStream]) -> Result<String, syn::Error> {
    items.iter().map(print).collect()
}

/// The macro that repeats an attribute for each item.
pub(super) const PART: &str = "part";

/// The width from which a list of features is printed one a line.
const WIDTH: usize = 100;

/// Prints an invocation of the macro.
fn part(attribute: &str, items: &[TokenStream]) -> Result<String, syn::Error> {
    let indented = |text: &str| -> String {
        text.lines().map(|line| format!("    {line}\n")).collect()
    };
    let attribute = if attribute.len() <= WIDTH {
        attribute.to_owned()
    } else {
        let each = attribute.replace("(any(", "(any(\n    ").replace(", ", ",\n    ");
        each.replace("))", ",\n))")
    };
    let (attribute, items) = (indented(&attribute), indented(&lines(items)?));
    Ok(format!("{PART}! {{\n{attribute}{items}}}\n"))
}

/// Prints each member in a block of its own, and joins their contents.
fn block(header: &TokenStream, members: &[TokenStream]) -> Result<String, syn::Error> {
    let mut texts = Vec::new();
    for member in members {
        texts.push(print(&quote!(#header { #member }))?);
    }
    let inside = |text: &String| {
        let inside = text.split_once(OPENING).map_or("", |(_, inside)| inside);
        inside.strip_suffix("}\n").unwrap_or(inside).to_owned()
    };
    let head = texts.first().and_then(|text| text.split_once(OPENING));
    let head = head.map_or("", |(head, _)| head);
    let members: Vec<String> = texts.iter().map(inside).collect();
    Ok(format!("{head}{OPENING}{}}}\n", members.join("\n")))
}

/// The end of the header of a block.
const OPENING: &str = "{\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_one_attribute_which_is_broken_if_it_is_long() {
        let items = [
            quote!(
                mod oar;
            ),
            quote!(
                pub use self::oar::Oar;
            ),
        ];
        let lines = "    mod oar;\n    pub use self::oar::Oar;\n}\n";
        let printed = part("#[cfg(feature = \"oars\")]", &items).unwrap();
        assert_eq!(
            printed,
            format!("part! {{\n    #[cfg(feature = \"oars\")]\n{lines}")
        );
        let names =
            ["a", "b", "c", "d", "e", "f"].map(|name| format!("feature = {name:?}"));
        let printed =
            part(&format!("#[cfg(any({}))]", names.join(", ")), &items).unwrap();
        let names = names.map(|name| format!("        {name},\n")).concat();
        assert_eq!(
            printed,
            format!("part! {{\n    #[cfg(any(\n{names}    ))]\n{lines}")
        );
    }

    #[test]
    fn a_block_can_have_an_attribute() {
        let header = quote!(#[cfg(feature = "oars")] impl Oar);
        let members = [
            quote!(
                const A: u8 = 1;
            ),
            quote!(
                fn b(&self) {}
            ),
        ];
        let expected = "#[cfg(feature = \"oars\")]\nimpl Oar {\n    const A: u8 = 1;\n\n    fn b(&self) {}\n}\n";
        assert_eq!(block(&header, &members).unwrap(), expected);
    }
}
