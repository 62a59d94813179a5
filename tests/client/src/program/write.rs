//! Writes the program: a function for each type of parameters and one for
//! the operations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Source;
use super::build::join;
use super::value::BOUNDS;
use crate::forms::{Field, Operation, Shape};

#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// Root, path and Rust path of every line that the program names.
    pub(super) named: BTreeSet<(String, String, String)>,
}

pub(super) fn write(source: &Source) -> Written {
    let mut writer =
        Writer { source, functions: BTreeMap::new(), named: BTreeSet::new() };
    let mut arms = String::new();
    for operation in &source.operations {
        arms += &writer.operation(operation);
    }
    let mut text = format!(
        "use stripe_sessions::Client;

use crate::given::*;
use crate::{{Pending, send}};

pub fn call(client: &Client, given: &Given) -> Pending {{
    match given.root() {{
{arms}        root => panic!(\"no operation {{root}}\"),
    }}
}}
"
    );
    for function in writer.functions.values() {
        write!(text, "\n{function}").expect("a string");
    }
    Written { text, named: writer.named }
}

struct Writer<'a> {
    source: &'a Source,
    /// The functions by their names.
    functions: BTreeMap<String, String>,
    named: BTreeSet<(String, String, String)>,
}

impl Writer<'_> {
    /// Writes the arm of a `match`:
    ///
    /// ```text
    /// "checkout.session#update" => send(given, Call::expand(CheckoutSessions::update(
    ///     &client.checkout().sessions(),
    ///     given.id(0),
    ///     checkout_params_UpdateCheckoutSession(given.params()),
    /// ), given.expand())),
    /// ```
    fn operation(&mut self, operation: &Operation) -> String {
        let line = self.source.operation(operation);
        let root = &line.root;
        self.named.insert((root.clone(), String::new(), line.rust.clone()));
        let mut call = format!("{}(&client{}", line.rust, self.accessors(&line.rust));
        for index in 0..operation.ids.len() {
            write!(call, ", given.id({index})").expect("a string");
        }
        if !operation.fields.is_empty() {
            let params = self.object(root, "", &operation.fields);
            write!(call, ", {params}(given.params())").expect("a string");
        }
        call.push(')');
        if operation.expand {
            let expand = self.setter(root, "expand");
            call = format!("{expand}({call}, given.expand())");
        }
        format!("        {root:?} => send(given, {call}),\n")
    }

    /// Writes the function for the object at a path, and returns its name:
    ///
    /// ```text
    /// fn checkout_params_AutomaticTaxParams(given: &Json) -> stripe_sessions::checkout::params::AutomaticTaxParams {
    ///     let mut params = …::AutomaticTaxParams::new({ let value = argument(given, 0); boolean(value) });
    ///     for (name, value) in setters(given) {
    ///         params = match (name, value) {
    ///             ("liability", value) => …::liability(params, checkout_params_AccountReferenceParams(value)),
    /// ```
    fn object(&mut self, root: &str, path: &str, fields: &[Field]) -> String {
        let source = self.source;
        let name = source.name(root, path);
        let owner = format!("stripe_sessions::{}", name.rust);
        let arguments = name.arguments.iter().enumerate().map(|(index, argument)| {
            let field = fields.iter().find(|field| field.name == *argument);
            let field =
                field.unwrap_or_else(|| panic!("{path} has no parameter `{argument}`"));
            let value = self.value(root, &join(path, argument), &field.shape);
            format!("{{ let value = argument(given, {index}); {value} }}")
        });
        let new = format!("{owner}::new({})", arguments.collect::<Vec<_>>().join(", "));
        let mut arms = Vec::new();
        for field in fields {
            let here = join(path, &field.name);
            let rust = self.setter(root, &here);
            let (of, setter) = rust.rsplit_once("::").expect("a path");
            assert_eq!(of, owner, "owner of {here}");
            let wire = &field.name;
            if field.clearable {
                arms.push(format!(
                    "({wire:?}, Json::Null) => {of}::clear_{setter}(made)"
                ));
            }
            let value = self.value(root, &here, &field.shape);
            arms.push(format!("({wire:?}, value) => {rust}(made, {value})"));
        }
        self.function(&name.rust, &owner, &new, &arms)
    }

    /// Returns the name of the function for bounds.
    fn bounds(&mut self, root: &str, path: &str) -> String {
        let arms = BOUNDS.map(|bound| {
            let rust = self.setter(root, &format!("{path}.{bound}"));
            format!("({bound:?}, value) => {rust}(made, integer(value))")
        });
        let range = "stripe_sessions::RangeFilter";
        self.function("RangeFilter", range, &format!("{range}::new()"), &arms)
    }

    /// A type may occur at several paths, which must agree about it.
    fn function(
        &mut self,
        rust: &str,
        owner: &str,
        new: &str,
        arms: &[String],
    ) -> String {
        let name = rust.replace("::", "_");
        let arms: String =
            arms.iter().map(|arm| format!("            {arm},\n")).collect();
        let text = format!(
            "fn {name}(given: &Json) -> {owner} {{
    let mut made = {new};
    for (name, value) in setters(given) {{
        made = match (name, value) {{
{arms}            (name, _) => panic!(\"{owner} has no `{{name}}`\"),
        }};
    }}
    made
}}
"
        );
        let known = self.functions.entry(name.clone()).or_insert_with(|| text.clone());
        assert_eq!(*known, text, "two forms of {owner}");
        name
    }

    /// Writes an expression for the value in the variable `value`.
    fn value(&mut self, root: &str, path: &str, shape: &Shape) -> String {
        match shape {
            Shape::Text { .. } | Shape::Decimal => "text(value)".to_owned(),
            Shape::Integer | Shape::Timestamp => "integer(value)".to_owned(),
            Shape::Number => "number(value)".to_owned(),
            Shape::Boolean => "boolean(value)".to_owned(),
            Shape::Enum(_) => "choice(value)".to_owned(),
            Shape::List(of) => {
                let item = self.value(root, &format!("{path}[]"), of);
                format!("list(value, |value| {item})")
            }
            Shape::Map(of) => {
                let entry = self.value(root, &format!("{path}{{}}"), of);
                format!("map(value, |value| {entry})")
            }
            Shape::Object(fields) => self.object(root, path, fields) + "(value)",
            Shape::Range => format!("range(value, {})", self.bounds(root, path)),
        }
    }

    /// Returns the Rust path of a setter, from the inventory.
    fn setter(&mut self, root: &str, path: &str) -> String {
        let rust = self.source.line(root, path).rust.clone();
        self.named.insert((root.to_owned(), path.to_owned(), rust.clone()));
        rust
    }

    /// Returns `.checkout().sessions()`, from the locked names.
    fn accessors(&self, rust: &str) -> String {
        let owner = rust.trim_start_matches("stripe_sessions::").rsplit_once("::");
        let owner = owner.map(|(owner, _)| owner).expect("an operation has an owner");
        let mut paths =
            self.source.names.iter().filter(|(wire, _)| wire.starts_with('/'));
        let found = paths.find(|(_, name)| name.rust == owner);
        let (wire, _) = found.unwrap_or_else(|| panic!("{owner} has no path"));
        wire.split('/').skip(1).map(|name| format!(".{name}()")).collect()
    }
}
