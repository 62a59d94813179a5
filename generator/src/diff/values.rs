//! Describes the types of values as the API sees them. Types with one description are compared
//! member by member.

use crate::model::{Api, Received, Sent, Shape, TypeId};

/// Describes the type of a received value.
pub(super) fn received(api: &Api, ty: &Received) -> String {
    match ty {
        Received::String => "string".to_owned(),
        Received::Secret => "secret string".to_owned(),
        Received::Integer => "integer".to_owned(),
        Received::Number => "number".to_owned(),
        Received::Boolean => "boolean".to_owned(),
        Received::Decimal => "decimal".to_owned(),
        Received::Timestamp => "time".to_owned(),
        Received::Bytes => "bytes".to_owned(),
        Received::Raw(_) => "any object".to_owned(),
        Received::Named(id) => named(api, *id),
        Received::Expandable(..) => "id or object".to_owned(),
        Received::Deletable(..) => "object or deleted object".to_owned(),
        Received::List(of) => format!("list of {}", received(api, of)),
        Received::SearchResult(of) => format!("search result of {}", received(api, of)),
        Received::Array(of) => format!("array of {}", received(api, of)),
        Received::Map(of) => format!("map of {}", received(api, of)),
    }
}

/// Describes the type of a sent value.
pub(super) fn sent(api: &Api, ty: &Sent) -> String {
    match ty {
        Sent::String => "string".to_owned(),
        Sent::Integer => "integer".to_owned(),
        Sent::Number => "number".to_owned(),
        Sent::Boolean => "boolean".to_owned(),
        Sent::Decimal => "decimal".to_owned(),
        Sent::Timestamp => "time".to_owned(),
        Sent::File => "uploaded file".to_owned(),
        Sent::Range => "time range".to_owned(),
        Sent::Named(id) => named(api, *id),
        Sent::Array(of) => format!("array of {}", sent(api, of)),
        Sent::Map(of) => format!("map of {}", sent(api, of)),
    }
}

/// Describes a type. The name of a resource tells what it is; that of another component does
/// not reach the wire.
fn named(api: &Api, id: TypeId) -> String {
    match &api.get(id).shape {
        Shape::Object(object) => match &object.component {
            Some(component) if object.is_resource => component.clone(),
            _ => "object".to_owned(),
        },
        Shape::Params(_) => "object".to_owned(),
        Shape::Enum(_) => "enum".to_owned(),
        Shape::Union(_) => "one of several objects".to_owned(),
        Shape::Reference(_) => "reference".to_owned(),
    }
}

/// Returns the kinds of objects that a received value can contain or refer to.
pub(super) fn targets(ty: &Received) -> &[String] {
    match ty.innermost() {
        Received::Expandable(_, targets)
        | Received::Deletable(_, targets)
        | Received::Raw(targets) => targets,
        _ => &[],
    }
}
