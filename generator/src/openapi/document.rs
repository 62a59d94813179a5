//! Raw documents and positions in them.

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Place, Result, escape};

/// A parsed file, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The name of the file as the user gave it, for diagnostics.
    pub file: String,
    /// The tree.
    pub root: Value,
}

impl Document {
    /// Returns the root of the tree.
    pub fn node(&self) -> Node<'_> {
        Node { document: self, value: &self.root, pointer: String::new() }
    }

    /// Returns the node that a local reference such as `#/components/schemas/x` points
    /// to.
    pub fn resolve(&self, reference: &str) -> Option<Node<'_>> {
        let pointer = reference.strip_prefix('#')?;
        let value = self.root.pointer(pointer)?;
        Some(Node { document: self, value, pointer: pointer.to_owned() })
    }

    /// Returns `true` if this is an overlay, which is corrected itself and not by another one.
    fn is_overlay(&self) -> bool {
        self.root.get("overlay").is_some()
    }
}

/// A value in a document, with its position.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    document: &'a Document,
    /// The value itself.
    pub value: &'a Value,
    pointer: String,
}

impl<'a> Node<'a> {
    /// Returns the document that contains the node.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Returns the node's JSON pointer (RFC 6901).
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the member `key`, if the node is an object and has it.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.value.as_object()?.get(key).map(|value| self.child(key, value))
    }

    /// Follows `keys` through nested objects.
    pub fn at(&self, keys: &[&str]) -> Option<Node<'a>> {
        keys.iter().try_fold(self.clone(), |node, key| node.get(key))
    }

    /// Returns the member `key`, which is required.
    ///
    /// # Errors
    /// Returns an error if the node is not an object, or lacks the member.
    pub fn require(&self, key: &str) -> Result<Node<'a>> {
        self.object()?;
        self.get(key).ok_or_else(|| {
            let help = match self.document.is_overlay() {
                true => format!("add `{key}` to the overlay"),
                false => format!("add `{key}` with an overlay"),
            };
            self.problem(format!("missing member `{key}`")).help(help).into()
        })
    }

    /// Returns the members of an object, in the order of the file.
    ///
    /// # Errors
    /// Returns an error if the node is not an object.
    pub fn members(
        &self,
    ) -> Result<impl Iterator<Item = (&'a str, Node<'a>)> + use<'a>> {
        let parent = self.clone();
        let object = self.object()?;
        Ok(object
            .iter()
            .map(move |(key, value)| (key.as_str(), parent.child(key, value))))
    }

    /// Returns the elements of an array.
    ///
    /// # Errors
    /// Returns an error if the node is not an array.
    pub fn elements(&self) -> Result<impl Iterator<Item = Node<'a>> + use<'a>> {
        let parent = self.clone();
        let array = self.value.as_array().ok_or_else(|| self.mismatch("an array"))?;
        Ok(array
            .iter()
            .enumerate()
            .map(move |(i, value)| parent.child(&i.to_string(), value)))
    }

    /// Returns the object at this node.
    ///
    /// # Errors
    /// Returns an error if the node is not an object.
    pub fn object(&self) -> Result<&'a Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.mismatch("an object").into())
    }

    /// Returns the string at this node.
    ///
    /// # Errors
    /// Returns an error if the node is not a string.
    pub fn text(&self) -> Result<&'a str> {
        self.value.as_str().ok_or_else(|| self.mismatch("a string").into())
    }

    /// Returns the boolean at this node.
    ///
    /// # Errors
    /// Returns an error if the node is not a boolean.
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
        let fault = format!("expected {expected}, found {}", kind(self.value));
        let help = match self.document.is_overlay() {
            true => "correct the overlay",
            false => "repair the document with an overlay",
        };
        self.problem(fault).help(help)
    }

    fn child(&self, key: &str, value: &'a Value) -> Node<'a> {
        let pointer = format!("{}/{}", self.pointer, escape(key));
        Node { document: self.document, value, pointer }
    }
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
