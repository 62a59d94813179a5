//! Writes the types and arguments of items: for the emitted code and for readers.

use super::{Accessor, Crate, Field, Operation, Param, Params, TypeName};
use crate::model::{Received, Sent, TypeId};

impl TypeName {
    /// Returns the path below the crate, such as `checkout::CheckoutSession`.
    pub fn path(&self) -> String {
        format!("{}::{}", self.module, self.ident)
    }
}

/// The names by which types are written.
pub trait Paths {
    /// Returns the path of a type of the API.
    fn named(&mut self, id: TypeId) -> String;

    /// Returns the path of a type of the runtime.
    fn runtime(&mut self, name: &str) -> String {
        name.to_owned()
    }

    /// Returns the path of the type of maps.
    fn map(&mut self) -> String {
        "BTreeMap".to_owned()
    }
}

/// Returns the type of a field.
pub fn field(field: &Field, paths: &mut dyn Paths) -> String {
    let ty = received(&field.api.ty, paths);
    match (field.api.required, field.boxed) {
        (true, _) => ty,
        (false, false) => format!("Option<{ty}>"),
        (false, true) => format!("Option<Box<{ty}>>"),
    }
}

/// Returns the type of a received value.
pub fn received(ty: &Received, paths: &mut dyn Paths) -> String {
    match ty {
        Received::String => "String".to_owned(),
        Received::Integer => "i64".to_owned(),
        Received::Number => "f64".to_owned(),
        Received::Boolean => "bool".to_owned(),
        Received::Secret => paths.runtime("Secret"),
        Received::Decimal => paths.runtime("Decimal"),
        Received::Timestamp => paths.runtime("Timestamp"),
        Received::Bytes => paths.runtime("Bytes"),
        Received::Raw(_) => paths.runtime("RawObject"),
        Received::Named(id) => paths.named(*id),
        Received::Expandable(id, _) => {
            let of = paths.named(*id);
            format!("{}<{of}>", paths.runtime("Expandable"))
        }
        Received::Deletable(id, _) => {
            let of = paths.named(*id);
            format!("{}<{of}>", paths.runtime("Deletable"))
        }
        Received::Array(of) => format!("Vec<{}>", received(of, paths)),
        Received::Map(of) => {
            let of = received(of, paths);
            format!("{}<String, {of}>", paths.map())
        }
        Received::List(of) => {
            let of = received(of, paths);
            format!("{}<{of}>", paths.runtime("List"))
        }
        Received::SearchResult(of) => {
            let of = received(of, paths);
            format!("{}<{of}>", paths.runtime("SearchResult"))
        }
    }
}

/// Returns the type of a sent value.
pub fn sent(ty: &Sent, paths: &mut dyn Paths) -> String {
    match ty {
        Sent::String => "String".to_owned(),
        Sent::Integer => "i64".to_owned(),
        Sent::Number => "f64".to_owned(),
        Sent::Boolean => "bool".to_owned(),
        Sent::Decimal => paths.runtime("Decimal"),
        Sent::Timestamp => paths.runtime("Timestamp"),
        Sent::File => paths.runtime("FileUpload"),
        Sent::Range => paths.runtime("RangeFilter"),
        Sent::Named(id) => paths.named(*id),
        Sent::Array(of) => format!("Vec<{}>", sent(of, paths)),
        Sent::Map(of) => {
            let of = sent(of, paths);
            format!("{}<String, {of}>", paths.map())
        }
    }
}

/// Writes signatures for readers, with a name for each type.
#[derive(Debug)]
pub struct Writer<'a, N: Fn(TypeId) -> String> {
    /// The crate.
    pub krate: &'a Crate,
    /// Returns the path of a type.
    pub name: N,
}

/// Paths without those of modules that are not of the API.
struct Plain<'a, N>(&'a N);

impl<N: Fn(TypeId) -> String> Paths for Plain<'_, N> {
    fn named(&mut self, id: TypeId) -> String {
        (self.0)(id)
    }
}

impl<N: Fn(TypeId) -> String> Writer<'_, N> {
    /// Returns the type of a field.
    pub fn field(&self, of: &Field) -> String {
        field(of, &mut Plain(&self.name))
    }

    /// Returns the type of a received value.
    pub fn received(&self, ty: &Received) -> String {
        received(ty, &mut Plain(&self.name))
    }

    /// Returns the type of a value that a setter takes.
    pub fn sent(&self, ty: &Sent) -> String {
        sent(ty, &mut Plain(&self.name))
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
