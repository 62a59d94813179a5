//! Methods that end in one call, laid out as rustfmt does; the pretty printer breaks such lines
//! elsewhere.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::{WIDTH, print};

/// A method whose body is one call.
#[derive(Debug)]
pub(crate) struct Method {
    /// Everything before the body.
    pub(crate) head: TokenStream,
    /// What is called.
    pub(crate) callee: String,
    /// Its arguments before the last one.
    pub(crate) arguments: Vec<&'static str>,
    /// Its last argument: calls on the value of a call.
    pub(crate) chain: Chain,
}

/// `root(argument).call(…).call(…)`
#[derive(Debug)]
pub(crate) struct Chain {
    /// The path of a function.
    pub(crate) root: String,
    /// The function's argument.
    pub(crate) argument: Option<String>,
    /// Methods with their arguments.
    pub(crate) calls: Vec<TokenStream>,
}

impl Method {
    /// The text, as it stands in an `impl` block.
    pub(super) fn print(&self) -> Result<String, syn::Error> {
        let head = &self.head;
        let block = print(&quote!(impl S { #head {} }))?;
        let inside = block.split_once('\n').map_or("", |(_, inside)| inside);
        let inside = inside.strip_suffix("}\n").unwrap_or(inside);
        let signature = inside.trim_end().strip_suffix("{}").unwrap_or(inside);
        Ok(format!("{signature}{{\n{}    }}\n", self.body()))
    }

    fn body(&self) -> String {
        let calls: Vec<String> = self.chain.calls.iter().map(text).collect();
        let argument = self.chain.argument.as_deref().unwrap_or_default();
        let root = format!("{}({argument})", self.chain.root);
        let chain = format!("{root}{}", calls.concat());
        let mut arguments: Vec<&str> = self.arguments.clone();
        arguments.push(&chain);
        let line = format!("{}{}({})\n", indent(2), self.callee, arguments.join(", "));
        if line.len() <= WIDTH + 1 {
            return line;
        }
        let mut body = format!("{}{}(\n", indent(2), self.callee);
        for argument in &self.arguments {
            body.push_str(&format!("{}{argument},\n", indent(3)));
        }
        let line = format!("{}{chain},\n", indent(3));
        if line.len() <= WIDTH + 1 {
            body.push_str(&line);
        } else {
            body.push_str(&self.vertical(&root, &calls));
        }
        body.push_str(&format!("{})\n", indent(2)));
        body
    }

    /// One call a line.
    fn vertical(&self, root: &str, calls: &[String]) -> String {
        let line = format!("{}{root}", indent(3));
        let (mut text, depth) = match &self.chain.argument {
            Some(argument) if line.len() >= WIDTH => {
                let (first, last) = (indent(3), indent(4));
                (format!("{first}{}(\n{last}{argument},\n{first})", self.chain.root), 3)
            }
            _ => (line, 4),
        };
        for call in calls {
            text.push_str(&format!("\n{}{call}", indent(depth)));
        }
        text + ",\n"
    }
}

fn indent(depth: usize) -> String {
    "    ".repeat(depth)
}

/// `.id("order", order)`: these calls hold nothing that a printer would lay out.
fn text(call: &TokenStream) -> String {
    let token = |token: TokenTree| match token {
        TokenTree::Group(group) => format!("({})", text(&group.stream())),
        TokenTree::Punct(punct) if punct.as_char() == ',' => ", ".to_owned(),
        token => token.to_string(),
    };
    call.clone().into_iter().map(token).collect()
}
