//! A raw document and positions in it.

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Place, Result};

/// A parsed file: the tree as it stands there, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The file's name, as the user gave it, for diagnostics.
    pub file: String,
    /// The tree.
    pub root: Value,
}

impl Document {
    /// The root of the tree.
    pub fn node(&self) -> Node<'_> {
        Node { document: self, value: &self.root, pointer: String::new() }
    }

    /// The node that a local reference (`#/components/schemas/x`) points to.
    pub fn resolve(&self, reference: &str) -> Option<Node<'_>> {
        let pointer = reference.strip_prefix('#')?;
        let value = self.root.pointer(pointer)?;
        Some(Node { document: self, value, pointer: pointer.to_owned() })
    }
}

/// A value in a document that knows where it stands.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    document: &'a Document,
    /// The value itself.
    pub value: &'a Value,
    pointer: String,
}

impl<'a> Node<'a> {
    /// The document that the node belongs to.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The node's JSON pointer (RFC 6901).
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The member `key` of an object.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.value.as_object()?.get(key).map(|value| self.child(key, value))
    }

    /// Follows `keys` through nested objects.
    pub fn at(&self, keys: &[&str]) -> Option<Node<'a>> {
        keys.iter().try_fold(self.clone(), |node, key| node.get(key))
    }

    /// The member `key`, which must be there.
    ///
    /// # Errors
    /// The node is no object, or lacks the member.
    pub fn require(&self, key: &str) -> Result<Node<'a>> {
        self.object()?;
        self.get(key).ok_or_else(|| {
            self.problem(format!("missing member `{key}`"))
                .help(format!("add `{key}` to the file, or with an overlay"))
                .into()
        })
    }

    /// The members of an object, in the order of the file.
    ///
    /// # Errors
    /// The node is no object.
    pub fn members(
        &self,
    ) -> Result<impl Iterator<Item = (&'a str, Node<'a>)> + use<'a>> {
        let parent = self.clone();
        let object = self.object()?;
        Ok(object
            .iter()
            .map(move |(key, value)| (key.as_str(), parent.child(key, value))))
    }

    /// The elements of an array.
    ///
    /// # Errors
    /// The node is no array.
    pub fn elements(&self) -> Result<impl Iterator<Item = Node<'a>> + use<'a>> {
        let parent = self.clone();
        let array = self.value.as_array().ok_or_else(|| self.mismatch("an array"))?;
        Ok(array
            .iter()
            .enumerate()
            .map(move |(i, value)| parent.child(&i.to_string(), value)))
    }

    /// The object at this node.
    ///
    /// # Errors
    /// The node is no object.
    pub fn object(&self) -> Result<&'a Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.mismatch("an object").into())
    }

    /// The text at this node.
    ///
    /// # Errors
    /// The node is no string.
    pub fn text(&self) -> Result<&'a str> {
        self.value.as_str().ok_or_else(|| self.mismatch("a string").into())
    }

    /// The boolean at this node.
    ///
    /// # Errors
    /// The node is no boolean.
    pub fn boolean(&self) -> Result<bool> {
        self.value.as_bool().ok_or_else(|| self.mismatch("a boolean").into())
    }

    /// Returns a diagnostic about this node.
    pub fn problem(&self, fault: impl Into<String>) -> Diagnostic {
        let place = Place::Pointer(self.pointer.clone());
        Diagnostic::new(&self.document.file, place, fault)
    }

    /// Returns the diagnostic that the value has the wrong JSON type.
    pub fn mismatch(&self, expected: &str) -> Diagnostic {
        self.problem(format!("expected {expected}, found {}", kind(self.value)))
            .help("correct the file, or repair it with an overlay")
    }

    fn child(&self, key: &str, value: &'a Value) -> Node<'a> {
        let pointer = format!("{}/{}", self.pointer, escape(key));
        Node { document: self.document, value, pointer }
    }
}

/// One step of a JSON pointer.
pub fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
