//! The types of values: those that are received, and those that are sent.

use super::{Step, TypeId};

/// The type of a received value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// A string.
    String,
    /// A string that must not be printed.
    Secret,
    /// A 64-bit integer.
    Integer,
    /// A floating-point number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A decimal number, as a string.
    Decimal,
    /// Seconds since 1970.
    Timestamp,
    /// The body of a response that is not JSON.
    Bytes,
    /// An object without a type, with the components that it can contain, if the
    /// document lists them.
    Raw(Vec<String>),
    /// An enum, an object or a union.
    Named(TypeId),
    /// An id, or the object with that id: the type of the reference, and the components
    /// of the object.
    Expandable(TypeId, Vec<String>),
    /// An object, or its remains if it was deleted.
    Deletable(TypeId, Vec<String>),
    /// A page of a list.
    List(Box<Received>),
    /// A page of search results.
    SearchResult(Box<Received>),
    /// An array.
    Array(Box<Received>),
    /// An object with arbitrary keys.
    Map(Box<Received>),
}

/// The type of a sent value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A string.
    String,
    /// A 64-bit integer.
    Integer,
    /// A floating-point number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A decimal number, as a string.
    Decimal,
    /// Seconds since 1970.
    Timestamp,
    /// A file, in a multipart body.
    File,
    /// A value, or bounds.
    Range,
    /// An enum or an object.
    Named(TypeId),
    /// An array.
    Array(Box<Sent>),
    /// An object with arbitrary keys.
    Map(Box<Sent>),
}

impl Received {
    /// Returns the type of the values inside a container, and the step to them.
    pub fn inside(&self) -> Option<(Step, &Self)> {
        match self {
            Self::List(of) | Self::SearchResult(of) | Self::Array(of) => {
                Some((Step::Items, of))
            }
            Self::Map(of) => Some((Step::Values, of)),
            _ => None,
        }
    }

    /// Returns the type inside all containers.
    pub fn innermost(&self) -> &Self {
        self.inside().map_or(self, |(_, of)| of.innermost())
    }

    /// Returns the named type that the innermost type refers to.
    pub fn id(&self) -> Option<TypeId> {
        match self.innermost() {
            Self::Named(id) | Self::Expandable(id, _) | Self::Deletable(id, _) => {
                Some(*id)
            }
            _ => None,
        }
    }

    /// Returns the named type that the innermost type refers to, for changes.
    pub(super) fn id_mut(&mut self) -> Option<&mut TypeId> {
        match self {
            Self::List(of)
            | Self::SearchResult(of)
            | Self::Array(of)
            | Self::Map(of) => of.id_mut(),
            Self::Named(id) | Self::Expandable(id, _) | Self::Deletable(id, _) => {
                Some(id)
            }
            _ => None,
        }
    }
}

impl Sent {
    /// Returns the type of the values inside a container, and the step to them.
    pub fn inside(&self) -> Option<(Step, &Self)> {
        match self {
            Self::Array(of) => Some((Step::Items, of)),
            Self::Map(of) => Some((Step::Values, of)),
            _ => None,
        }
    }

    /// Returns the type inside all containers.
    pub fn innermost(&self) -> &Self {
        self.inside().map_or(self, |(_, of)| of.innermost())
    }

    /// Returns the named type that the innermost type refers to.
    pub fn id(&self) -> Option<TypeId> {
        match self.innermost() {
            Self::Named(id) => Some(*id),
            _ => None,
        }
    }

    /// Returns the named type that the innermost type refers to, for changes.
    pub(super) fn id_mut(&mut self) -> Option<&mut TypeId> {
        match self {
            Self::Array(of) | Self::Map(of) => of.id_mut(),
            Self::Named(id) => Some(id),
            _ => None,
        }
    }
}
