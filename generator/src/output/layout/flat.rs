//! Prints types and calls on one line.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Prints a type, a pattern or a call, which need no line breaks.
pub(super) fn flat(tokens: &TokenStream) -> String {
    let mut text = String::new();
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    // A struct literal, unless it is a list of imports.
                    Delimiter::Brace if text.ends_with(is_in_word) => (" { ", " }"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                text.push_str(&flat(&group.stream()));
                text.push_str(close);
            }
            TokenTree::Punct(punct) => sign(punct.as_char(), &mut text),
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let is_behind_type = text
                    .ends_with(|c: char| c == '>' || c == ':' && !text.ends_with("::"));
                if is_behind_type || text.ends_with(|c: char| is_in_word(c)) {
                    text.push(' ');
                }
                text.push_str(&token.to_string());
            }
        }
    }
    text
}

fn sign(sign: char, text: &mut String) {
    match sign {
        ',' => text.push_str(", "),
        '=' => text.push_str(" = "),
        sign => text.push(sign),
    }
}

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::flat;
    use quote::quote;

    #[test]
    fn spaces_stand_where_rustfmt_has_them() {
        let ty =
            quote!(impl IntoIterator<Item = (impl Into<String>, crate::shared::Fee)>);
        let text = "impl IntoIterator<Item = (impl Into<String>, crate::shared::Fee)>";
        assert_eq!(flat(&ty), text);
        assert_eq!(flat(&quote!(.id("a b", id))), ".id(\"a b\", id)");
        assert_eq!(flat(&quote!(&self)), "&self");
        assert_eq!(flat(&quote!(id: a::Id<T>)), "id: a::Id<T>");
        assert_eq!(flat(&quote!(impl<M> Client<M>)), "impl<M> Client<M>");
    }
}
