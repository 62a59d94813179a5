//! Paths to the schemas of an API. They have a text in the name lock, in the inventory and
//! in diagnostics only, see [`Api::key`](super::Api::key).

use std::fmt;

/// The index of an operation in [`Api::operations`](super::Api::operations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(pub usize);

/// A path to a schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaPath {
    /// The beginning.
    pub root: Root,
    /// The steps below it.
    pub steps: Vec<Step>,
}

/// The beginning of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Root {
    /// A component.
    Component(String),
    /// The parameters of an operation.
    Request(OperationId),
    /// The response of an operation, if it is not a component.
    Response(OperationId),
}

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To a property.
    Property(String),
    /// To the items of an array or list.
    Items,
    /// To the values of a map.
    Values,
    /// To one of several forms of a parameter; the first one has no step.
    Form(usize),
    /// To the reference to a resource, apart from the resource itself.
    Reference,
}

impl SchemaPath {
    /// Returns the path of a component.
    pub fn component(name: &str) -> Self {
        Self { root: Root::Component(name.to_owned()), steps: Vec::new() }
    }

    /// Returns the path one step below.
    #[must_use]
    pub fn then(&self, step: Step) -> Self {
        let mut path = self.clone();
        path.steps.push(step);
        path
    }

    /// Returns the path of a property.
    #[must_use]
    pub fn property(&self, name: &str) -> Self {
        self.then(Step::Property(name.to_owned()))
    }

    /// Returns `true` if the path leads to what an operation sends.
    pub fn is_sent(&self) -> bool {
        matches!(self.root, Root::Request(_))
    }

    /// Returns `true` if the path leads to a property, not to a component or to an item of
    /// an array or map.
    pub fn is_property(&self) -> bool {
        match self.steps.last() {
            None => matches!(self.root, Root::Response(_)),
            Some(step) => !matches!(step, Step::Items | Step::Values),
        }
    }

    /// Returns the name of the last property; empty for the root.
    pub fn last_property(&self) -> &str {
        let mut steps = self.steps.iter().rev();
        let last = steps.find_map(|step| match step {
            Step::Property(name) => Some(name.as_str()),
            _ => None,
        });
        last.unwrap_or_default()
    }
}

/// Displays the steps: `lines[].oar`, `metadata{}`, `interval|2`.
impl fmt::Display for SchemaPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut is_first = !matches!(self.root, Root::Response(_));
        if !is_first {
            f.write_str("->response")?;
        }
        for step in &self.steps {
            match step {
                Step::Property(name) if is_first => f.write_str(name)?,
                Step::Property(name) => write!(f, ".{name}")?,
                Step::Items => f.write_str("[]")?,
                Step::Values => f.write_str("{}")?,
                Step::Form(number) => write!(f, "|{number}")?,
                Step::Reference => f.write_str("@ref")?,
            }
            is_first = false;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_a_text() {
        let oar = SchemaPath::component("boat").property("lines").then(Step::Items);
        let oar = oar.property("oar");
        assert_eq!(oar.to_string(), "lines[].oar");
        assert_eq!(oar.then(Step::Form(2)).to_string(), "lines[].oar|2");
        assert_eq!(oar.then(Step::Form(2)).last_property(), "oar");
        let response = SchemaPath {
            root: Root::Response(OperationId(0)),
            steps: vec![Step::Property("data".to_owned()), Step::Items],
        };
        assert_eq!(response.to_string(), "->response.data[]");
        assert!(!response.is_property() && !response.is_sent());
    }
}
