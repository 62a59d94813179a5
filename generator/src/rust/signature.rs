//! Writes the types and arguments of items as text, with the paths of named types.

use super::{Accessor, Crate, Field, Operation, Param, Params, TypeName};
use crate::model::{Received, Sent, TypeId};

impl TypeName {
    /// Returns the path below the crate, such as `checkout::CheckoutSession`.
    pub fn path(&self) -> String {
        format!("{}::{}", self.module, self.ident)
    }
}

/// Writes signatures, with a name for each type.
#[derive(Debug)]
pub struct Writer<'a, N: Fn(TypeId) -> String> {
    /// The crate.
    pub krate: &'a Crate,
    /// Returns the path of a type.
    pub name: N,
}

impl<N: Fn(TypeId) -> String> Writer<'_, N> {
    /// Returns the type of a field.
    pub fn field(&self, field: &Field) -> String {
        let ty = self.received(&field.api.ty);
        match (field.api.required, field.boxed) {
            (true, _) => ty,
            (false, false) => format!("Option<{ty}>"),
            (false, true) => format!("Option<Box<{ty}>>"),
        }
    }

    /// Returns the type of a received value.
    pub fn received(&self, ty: &Received) -> String {
        match ty {
            Received::String => "String".to_owned(),
            Received::Integer => "i64".to_owned(),
            Received::Number => "f64".to_owned(),
            Received::Boolean => "bool".to_owned(),
            Received::Secret => "Secret".to_owned(),
            Received::Decimal => "Decimal".to_owned(),
            Received::Timestamp => "Timestamp".to_owned(),
            Received::Raw(_) => "RawObject".to_owned(),
            Received::Named(id) => (self.name)(*id),
            Received::Expandable(id, _) => format!("Expandable<{}>", (self.name)(*id)),
            Received::Deletable(id, _) => format!("Deletable<{}>", (self.name)(*id)),
            Received::Array(of) => format!("Vec<{}>", self.received(of)),
            Received::Map(of) => format!("BTreeMap<String, {}>", self.received(of)),
            Received::List(of) => format!("List<{}>", self.received(of)),
            Received::SearchResult(of) => format!("SearchResult<{}>", self.received(of)),
        }
    }

    /// Returns the type of a value that a setter takes.
    pub fn sent(&self, ty: &Sent) -> String {
        match ty {
            Sent::String => "String".to_owned(),
            Sent::Integer => "i64".to_owned(),
            Sent::Number => "f64".to_owned(),
            Sent::Boolean => "bool".to_owned(),
            Sent::Decimal => "Decimal".to_owned(),
            Sent::Timestamp => "Timestamp".to_owned(),
            Sent::Range => "RangeFilter".to_owned(),
            Sent::Named(id) => (self.name)(*id),
            Sent::Array(of) => format!("Vec<{}>", self.sent(of)),
            Sent::Map(of) => format!("BTreeMap<String, {}>", self.sent(of)),
        }
    }

    /// Returns the arguments of `new`, in their order.
    pub fn constructor(&self, params: &Params) -> String {
        let argument =
            |param: &Param| format!("{}: {}", param.ident, self.sent(&param.api.ty));
        let arguments: Vec<String> = params.required().map(argument).collect();
        format!("({})", arguments.join(", "))
    }

    /// Returns the arguments and the result of the method of an operation. The names of path
    /// parameters are left out, since callers do not see them.
    pub fn method(&self, operation: &Operation) -> String {
        let ids = operation.api.ids.iter().map(|_| "String".to_owned());
        let params = operation.api.params.map(|id| (self.name)(id));
        let arguments: Vec<String> = ids.chain(params).collect();
        let result = self.received(&operation.api.response);
        format!("({}) -> {result}", arguments.join(", "))
    }

    /// Returns the path of the method that leads to an accessor.
    pub fn entry(&self, accessor: &Accessor) -> String {
        let parent = accessor.parent.map(|index| &self.krate.accessors[index].name);
        let parent = parent.map_or_else(|| "Client".to_owned(), TypeName::path);
        format!("{parent}::{}", accessor.entry)
    }
}
