//! Prints tokens as formatted source code.
//!
//! The pretty printer does not emit blank lines, so items and members are printed one by
//! one.

mod flat;
mod method;
mod sort;
mod table;
mod uses;

use proc_macro2::TokenStream;
use quote::quote;

use flat::flat;
pub(crate) use method::{Body, Call, Method};
pub(crate) use sort::{compare, sort};
pub(crate) use table::Entry;
pub(crate) use uses::Use;

/// A source file before it is printed.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// The path below `src`.
    pub(crate) path: String,
    /// The documentation of its module.
    pub(crate) docs: String,
    /// `use` declarations, in groups.
    pub(crate) imports: Vec<Vec<Use>>,
    /// The items.
    pub(crate) items: Vec<Item>,
}

/// A part of a file, surrounded by blank lines.
#[derive(Debug)]
pub(crate) enum Item {
    /// One item.
    Code(TokenStream),
    /// Several items without blank lines in between.
    Lines(Vec<TokenStream>),
    /// Text that is copied as is.
    Text(String),
    /// Re-exports.
    Uses(Vec<Use>),
    /// A struct with named fields.
    Struct {
        /// Everything before the fields.
        head: TokenStream,
        /// The fields.
        fields: Vec<FieldLine>,
    },
    /// An enum.
    Enum {
        /// Everything before the variants.
        head: TokenStream,
        /// The variants.
        variants: TokenStream,
    },
    /// An `impl` block with blank lines between its members.
    Impl {
        /// The header, such as `impl CheckoutSession`.
        header: TokenStream,
        /// The methods and constants.
        members: Vec<Member>,
    },
    /// The invocation of a macro of the runtime.
    Table {
        /// The path of the macro.
        name: String,
        /// The rows.
        entries: Vec<Entry>,
    },
}

/// A member of an `impl` block.
#[derive(Debug)]
pub(crate) enum Member {
    /// Any member.
    Code(TokenStream),
    /// A method that may have long lines.
    Method(Box<Method>),
    /// Text that is copied as is.
    Text(String),
}

impl From<TokenStream> for Member {
    fn from(code: TokenStream) -> Self {
        Self::Code(code)
    }
}

impl From<Method> for Member {
    fn from(method: Method) -> Self {
        Self::Method(Box::new(method))
    }
}

/// A field: documentation and attributes, name and type.
#[derive(Debug)]
pub(crate) struct FieldLine {
    pub(crate) attributes: TokenStream,
    pub(crate) name: String,
    pub(crate) ty: TokenStream,
}

/// The line width, as in `rustfmt.toml`.
const WIDTH: usize = 89;

/// Prints a file, starting with the comment `header`.
pub(crate) fn text(file: &SourceFile, header: &str) -> Result<String, syn::Error> {
    let mut parts = vec![header.to_owned()];
    if !file.docs.is_empty() {
        let lines = file.docs.trim_end().lines();
        parts.push(
            lines
                .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
                .collect(),
        );
    }
    for group in &file.imports {
        parts.push(group.iter().map(Use::print).collect());
    }
    for item in &file.items {
        parts.push(match item {
            Item::Code(code) => print(code)?,
            Item::Lines(lines) => {
                lines.iter().map(print).collect::<Result<String, _>>()?
            }
            Item::Text(text) => text.clone(),
            Item::Uses(uses) => uses.iter().map(Use::print).collect(),
            Item::Struct { head, fields } => print_struct(head, fields)?,
            Item::Enum { head, variants } => print_enum(head, variants)?,
            Item::Impl { header, members } => print_impl(header, members)?,
            Item::Table { name, entries } => table::print(name, entries),
        });
    }
    Ok(parts.join("\n"))
}

fn print(code: &TokenStream) -> Result<String, syn::Error> {
    syn::parse2::<syn::File>(code.clone()).map(|file| prettyplease::unparse(&file))
}

/// Prints a public constant, with a long value on a line of its own, which the pretty
/// printer does not do.
pub(crate) fn constant(depth: usize, docs: &str, name: &str, value: &str) -> String {
    let indent = "    ".repeat(depth);
    let head = format!("{indent}pub const {name} =");
    let line = format!("{head} {value:?};");
    let next = format!("{indent}    {value:?};");
    let line = if line.len() > WIDTH && next.len() <= WIDTH {
        format!("{head}\n{next}")
    } else {
        line
    };
    format!("{indent}/// {docs}\n{line}\n")
}

/// Prints each member in a block of its own, and joins the contents in one block.
fn print_impl(header: &TokenStream, members: &[Member]) -> Result<String, syn::Error> {
    let mut insides = Vec::new();
    for member in members {
        insides.push(match member {
            Member::Method(method) => method.print()?,
            Member::Code(code) => method::inside(&print(&quote!(impl S { #code }))?),
            Member::Text(text) => text.clone(),
        });
    }
    Ok(format!("{} {{\n{}}}\n", flat(header), insides.join("\n")))
}

/// Prints the fields one by one: the pretty printer breaks lines inside long types,
/// rustfmt before them.
fn print_struct(head: &TokenStream, fields: &[FieldLine]) -> Result<String, syn::Error> {
    let empty = print(&quote!(#head {}))?;
    let head = empty.trim_end().trim_end_matches("{}").trim_end();
    let is_short = head.lines().last().is_some_and(|line| line.len() + 2 <= WIDTH);
    let open = if is_short { " {" } else { "\n{" };
    if fields.is_empty() {
        return Ok(format!("{head}{open}}}\n"));
    }
    let mut text = format!("{head}{open}\n");
    for field in fields {
        let attributes = &field.attributes;
        let block = print(&quote!(struct S { #attributes f: (), }))?;
        let inside = block.strip_prefix("struct S {\n").unwrap_or(&block);
        text.push_str(inside.strip_suffix("    f: (),\n}\n").unwrap_or(inside));
        text.push_str(&print_field(field));
    }
    Ok(text + "}\n")
}

/// Prints a field on one line, with its type on the next line, or with the contents of
/// its type on lines of their own.
fn print_field(field: &FieldLine) -> String {
    let ty = flat(&field.ty);
    let line = format!("    pub {}: {ty},\n", field.name);
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let next = format!("        {ty},\n");
    if next.len() <= WIDTH + 1 || !ty.contains('<') {
        return format!("    pub {}:\n{next}", field.name);
    }
    format!("    pub {}: {},\n", field.name, open_type(&ty, 1))
}

/// Prints a type with its arguments on lines of their own.
fn open_type(ty: &str, depth: usize) -> String {
    let Some((outer, inner)) = ty.strip_suffix('>').and_then(|ty| ty.split_once('<'))
    else {
        return ty.to_owned();
    };
    let (above, inside) = ("    ".repeat(depth), "    ".repeat(depth + 1));
    let line = |text: &str| format!("{inside}{text},\n");
    let arguments = if line(inner).len() <= WIDTH + 1 && !inner.starts_with("String, ") {
        line(inner)
    } else {
        // Only maps have two arguments, and their first argument has none.
        let (key, value) = match inner.split_once(", ") {
            Some((key, value)) if !key.contains('<') => (line(key), value),
            _ => (String::new(), inner),
        };
        let fits = line(value).len() <= WIDTH + 1;
        let value = if fits { value.to_owned() } else { open_type(value, depth + 1) };
        key + &line(&value)
    };
    format!("{outer}<\n{arguments}{above}>")
}

/// Prints an enum, whose brace moves to the next line if its name is long.
fn print_enum(head: &TokenStream, variants: &TokenStream) -> Result<String, syn::Error> {
    let text = print(&quote!(#head { #variants }))?;
    let Some((head, body)) = text.split_once(" {\n") else { return Ok(text) };
    let is_short = head.lines().last().is_some_and(|line| line.len() + 2 <= WIDTH);
    let open = if is_short { " {" } else { "\n{" };
    Ok(format!("{head}{open}\n{body}"))
}
