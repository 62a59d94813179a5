//! Prints methods in rustfmt's layout; the pretty printer breaks long ones differently.

use proc_macro2::TokenStream;
use quote::quote;

use super::flat::flat;
use super::{WIDTH, print};

/// The width up to which rustfmt keeps an argument on its line.
const ARGUMENT: usize = 94;

/// A public method.
#[derive(Debug)]
pub(crate) struct Method {
    /// Documentation and attributes.
    pub(crate) attributes: TokenStream,
    /// The name.
    pub(crate) name: String,
    /// The receiver, and each argument with its type.
    pub(crate) arguments: Vec<TokenStream>,
    /// The return type.
    pub(crate) returns: TokenStream,
    /// The body.
    pub(crate) body: Body,
}

/// The body of a method.
#[derive(Debug)]
pub(crate) enum Body {
    /// An expression that fits on a line, or that both printers break at the same
    /// positions.
    Code(TokenStream),
    /// A call whose last argument is a chain.
    Call(Call),
    /// A value, and a chain of methods with one argument each.
    Chain(TokenStream, Vec<(String, String)>),
}

/// `callee(arguments, root(start).call(…).call(…))`
#[derive(Debug)]
pub(crate) struct Call {
    /// The path of a function.
    pub(crate) callee: TokenStream,
    /// The arguments before the last one.
    pub(crate) arguments: Vec<TokenStream>,
    /// The path of the function at the start of the last argument.
    pub(crate) root: TokenStream,
    /// The argument of that function.
    pub(crate) start: String,
    /// The methods of the chain, with their arguments.
    pub(crate) chain: Vec<TokenStream>,
}

impl Method {
    /// Prints the method as it appears in an `impl` block.
    pub(super) fn print(&self) -> Result<String, syn::Error> {
        let attributes = &self.attributes;
        let text = inside(&print(&quote!(impl S { #attributes fn f() {} }))?);
        let attributes = text.strip_suffix("    fn f() {}\n").unwrap_or(&text);
        let body = match &self.body {
            Body::Code(code) => inside(&print(&quote!(impl S { fn f() { #code } }))?)
                .strip_prefix("    fn f() {\n")
                .and_then(|body| body.strip_suffix("    }\n"))
                .unwrap_or_default()
                .to_owned(),
            Body::Call(call) => call.print(),
            Body::Chain(root, calls) => print_chain(&flat(root), calls),
        };
        let signature = self.signature();
        let width = signature.lines().last().map_or(0, str::len) + 2;
        let open = if width <= WIDTH { " {" } else { "\n    {" };
        Ok(format!("{attributes}{signature}{open}\n{body}    }}\n"))
    }

    /// Prints the signature on one line, or with one argument per line.
    fn signature(&self) -> String {
        let arguments: Vec<String> = self.arguments.iter().map(flat).collect();
        let (name, returns) = (&self.name, flat(&self.returns));
        let line = format!("    pub fn {name}({}) -> {returns}", arguments.join(", "));
        if line.len() + 2 <= WIDTH {
            return line;
        }
        let arguments: String = arguments.iter().map(|text| argument(text)).collect();
        format!("    pub fn {name}(\n{arguments}    ) -> {returns}")
    }
}

impl Call {
    /// Prints the call on one line, with one argument per line, or with one call of the
    /// chain per line.
    fn print(&self) -> String {
        let root = format!("{}({:?})", flat(&self.root), self.start);
        let calls: Vec<String> = self.chain.iter().map(flat).collect();
        let chain = format!("{root}{}", calls.concat());
        let mut arguments: Vec<String> = self.arguments.iter().map(flat).collect();
        let callee = flat(&self.callee);
        let all = arguments.iter().chain([&chain]).cloned().collect::<Vec<_>>();
        let line = format!("{}{callee}({})", indent(2), all.join(", "));
        if line.len() <= WIDTH {
            return line + "\n";
        }
        let line = format!("{}{chain},", indent(3));
        arguments.push(if line.len() <= WIDTH {
            chain
        } else {
            self.vertical(&root, &calls)
        });
        let arguments: String =
            arguments.iter().map(|text| format!("{}{text},\n", indent(3))).collect();
        format!("{0}{callee}(\n{arguments}{0})\n", indent(2))
    }

    /// Prints one call per line. If the root fills its line, its argument moves to the
    /// next line.
    fn vertical(&self, root: &str, calls: &[String]) -> String {
        let is_short = indent(3).len() + root.len() < WIDTH;
        let (mut text, depth) = if is_short {
            (root.to_owned(), 4)
        } else {
            let (argument, end) = (indent(4), indent(3));
            let root = flat(&self.root);
            (format!("{root}(\n{argument}{:?},\n{end})", self.start), 3)
        };
        for call in calls {
            text.push_str(&format!("\n{}{call}", indent(depth)));
        }
        text
    }
}

/// Prints an argument. If its type is far too long, the contents of the type move to a
/// line of their own, provided that this helps.
fn argument(text: &str) -> String {
    let line = format!("        {text},\n");
    let parts = text.strip_suffix('>').and_then(|text| text.split_once('<'));
    match parts {
        Some((outer, inner))
            if line.len() > ARGUMENT + 1 && 8 + outer.len() < ARGUMENT =>
        {
            format!("        {outer}<\n            {inner},\n        >,\n")
        }
        _ => line,
    }
}

/// Prints the chain on one line, or with one call per line. A call that is still too
/// long gets a line for its argument; a single call then stays with the root.
fn print_chain(root: &str, calls: &[(String, String)]) -> String {
    let texts: Vec<String> =
        calls.iter().map(|(name, argument)| format!(".{name}({argument})")).collect();
    let line = format!("{}{root}{}", indent(2), texts.concat());
    if line.len() <= WIDTH {
        return line + "\n";
    }
    let fits = |text: &str| indent(3).len() + text.len() <= WIDTH;
    if let ([(name, argument)], [text]) = (calls, texts.as_slice())
        && !fits(text)
    {
        let (above, inside) = (indent(2), indent(3));
        return format!("{above}{root}.{name}(\n{inside}{argument},\n{above})\n");
    }
    let mut body = format!("{}{root}\n", indent(2));
    for ((name, argument), text) in calls.iter().zip(&texts) {
        let (above, inside) = (indent(3), indent(4));
        body.push_str(&if fits(text) {
            format!("{above}{text}\n")
        } else {
            format!("{above}.{name}(\n{inside}{argument},\n{above})\n")
        });
    }
    body
}

fn indent(depth: usize) -> String {
    "    ".repeat(depth)
}

/// Returns the code between the braces of a printed block.
pub(super) fn inside(block: &str) -> String {
    let inside = block.split_once('\n').map_or("", |(_, inside)| inside);
    inside.strip_suffix("}\n").unwrap_or(inside).to_owned()
}
