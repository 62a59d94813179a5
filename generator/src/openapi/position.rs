//! The kinds of nodes in an OpenAPI document, determined by the path to a node: a member
//! called `title` is a keyword in a schema, and a property in `properties`.

use crate::openapi::audience::is_for_clients;
use crate::openapi::dialect::{
    CALL_DESCRIPTIONS, ENUM_DESCRIPTIONS, ENUM_VALUES, TYPE_DESCRIPTION,
};
use crate::openapi::document::Node;

/// The kind of a node.
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
    /// The encoding of a form property.
    Encoding,
    /// A response header.
    Header,
    /// A schema.
    Schema,
    /// A security scheme.
    Security,
    /// A server.
    Server,
    /// A map with nodes of this kind.
    Map(&'static Position),
    /// A list of nodes of this kind.
    List(&'static Position),
    /// Any other node: it is copied as is.
    Other,
}

use Position::{
    Body, Components, Encoding, Header, Info, List, Map, Media, Operation, Other,
    Parameter, Path, Response, Root, Schema, Security, Server,
};

impl Position {
    /// Returns the kind of the member `key`.
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

    /// Returns `true` if the node can have a description.
    pub fn describable(self) -> bool {
        !matches!(self, Root | Components | Media | Encoding | Map(_) | List(_) | Other)
    }

    /// Returns `true` if the member `key` is prose.
    pub fn prose(self, key: &str) -> bool {
        match key {
            "description" => self.describable(),
            "summary" => matches!(self, Path | Operation),
            "title" => matches!(self, Schema),
            "externalDocs" => matches!(self, Operation | Schema),
            "example" => matches!(self, Schema | Parameter | Header | Media),
            "examples" => matches!(self, Parameter | Header | Media),
            ENUM_DESCRIPTIONS | ENUM_VALUES | TYPE_DESCRIPTION => matches!(self, Schema),
            key if CALL_DESCRIPTIONS.contains(&key) => matches!(self, Operation),
            _ => false,
        }
    }

    /// Returns the section of `components` that a reference here points into.
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

/// Returns the members or elements of a node with their kinds, except what only clients receive.
pub fn children<'a>(
    node: &Node<'a>,
    at: Position,
) -> Vec<(&'a str, Node<'a>, Position)> {
    if let Ok(members) = node.members() {
        return members.map(|(key, child)| (key, child, at.member(key))).collect();
    }
    let elements: Vec<_> = node.elements().into_iter().flatten().collect();
    let is_left_out =
        |child: &Node<'a>| at == List(&Schema) && is_for_clients(child, &elements);
    let kept = elements.iter().filter(|child| !is_left_out(child));
    kept.map(|child| ("", child.clone(), at.member(""))).collect()
}
