//! Why types have their names.

pub use crate::model::owners::Rule;

/// The reason for the name of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is in the name lock.
    Lock,
    /// The row of the module table with this index matches the component.
    ModuleTable(usize),
    /// It is the name of the component.
    Component,
    /// It has the resource that the component is a part of, and the properties that lead to it.
    Part {
        /// The resource.
        resource: String,
        /// The rule that says so.
        rule: Rule,
    },
    /// The scope gives a name to this wire path.
    Scope(String),
    /// It is the first free name that the rules propose; these came before it.
    Rule(Vec<Refused>),
}

/// A name that the rules propose and that is not free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name.
    pub name: String,
    /// The obstacle.
    pub obstacle: Obstacle,
}

/// An obstacle to a name for a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The name means something else in Rust or in the runtime.
    Reserved,
    /// Another type has the name.
    Taken {
        /// The module of that type.
        module: String,
        /// Its JSON pointer.
        pointer: String,
    },
    /// Another type with the same claim proposes it.
    Rival,
}
