//! What a place in an OpenAPI document holds, told by the way that leads to it: a member
//! called `title` is a keyword in a schema and a property among the properties of one.

use crate::document::Node;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The document.
    Root,
    /// `info`.
    Info,
    /// `components`.
    Components,
    /// A path.
    Path,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A request body.
    Body,
    /// A response.
    Response,
    /// A media type of a body.
    Media,
    /// How a property of a form is written.
    Encoding,
    /// A response header.
    Header,
    /// A schema.
    Schema,
    /// A way to authenticate.
    Security,
    /// A server.
    Server,
    /// Names, each with such a node.
    Map(&'static Position),
    /// A list of such nodes.
    List(&'static Position),
    /// Anything else: copied, never looked into.
    Other,
}

use Position::{
    Body, Components, Encoding, Header, Info, List, Map, Media, Operation, Other,
    Parameter, Path, Response, Root, Schema, Security, Server,
};

impl Position {
    /// The position of the member `key`.
    pub fn member(self, key: &str) -> Self {
        match (self, key) {
            (Map(position) | List(position), _) => *position,
            (Root, "info") => Info,
            (Root, "paths") => Map(&Path),
            (Root, "components") => Components,
            (Components, "schemas") => Map(&Schema),
            (Components | Operation, "responses") => Map(&Response),
            (Components, "parameters") => Map(&Parameter),
            (Components, "requestBodies") => Map(&Body),
            (Components | Response | Encoding, "headers") => Map(&Header),
            (Components, "securitySchemes") => Map(&Security),
            (Root | Path | Operation, "servers") => List(&Server),
            (Path | Operation, "parameters") => List(&Parameter),
            (Path, "get" | "put" | "post" | "delete" | "patch") => Operation,
            (Path, "options" | "head" | "trace") => Operation,
            (Operation, "requestBody") => Body,
            (Parameter | Header | Body | Response, "content") => Map(&Media),
            (Parameter | Header | Media, "schema") => Schema,
            (Media, "encoding") => Map(&Encoding),
            (Schema, "properties") => Map(&Schema),
            (Schema, "items" | "additionalProperties" | "not") => Schema,
            (Schema, "anyOf" | "oneOf" | "allOf") => List(&Schema),
            _ => Other,
        }
    }

    /// The position that the steps of a JSON pointer lead to from here.
    pub fn follow<'a>(self, steps: impl IntoIterator<Item = &'a str>) -> Self {
        steps.into_iter().fold(self, Self::member)
    }

    /// Whether a description can stand here.
    pub fn describable(self) -> bool {
        !matches!(self, Root | Components | Media | Encoding | Map(_) | List(_) | Other)
    }

    /// Whether the member `key` is prose here.
    pub fn prose(self, key: &str) -> bool {
        match key {
            "description" => self.describable(),
            "summary" => matches!(self, Path | Operation),
            "title" => matches!(self, Schema),
            "externalDocs" => matches!(self, Operation | Schema),
            "example" => matches!(self, Schema | Parameter | Header | Media),
            "examples" => matches!(self, Parameter | Header | Media),
            crate::dialect::ENUM_DESCRIPTIONS => matches!(self, Schema),
            _ => false,
        }
    }

    /// The section of `components` that a reference here points into.
    pub fn section(self) -> Option<&'static str> {
        Some(match self {
            Schema => "schemas",
            Parameter => "parameters",
            Body => "requestBodies",
            Response => "responses",
            Header => "headers",
            _ => return None,
        })
    }
}

/// The members or elements of a node with their positions.
pub fn children<'a>(
    node: &Node<'a>,
    at: Position,
) -> Vec<(&'a str, Node<'a>, Position)> {
    if let Ok(members) = node.members() {
        return members.map(|(key, child)| (key, child, at.member(key))).collect();
    }
    match node.elements() {
        Ok(elements) => elements.map(|child| ("", child, at.member(""))).collect(),
        Err(_) => Vec::new(),
    }
}
