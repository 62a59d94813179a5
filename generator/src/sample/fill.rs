//! Fills a type.

use serde_json::{Map, Value, json};

use super::text;
use crate::dialect;
use crate::ir::{Api, Field, Object, Shape, Type, TypeId};

/// How much of an object is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All fields.
    All,
    /// The fields that are always there, and null in those that can be null: the server rather
    /// sends null than leaves them out. Lists and maps are empty.
    Required,
}

/// The first of January 2026.
const TIME: i64 = 1_767_225_600;

/// A number that is not whole, and is exact in binary.
const FRACTION: f64 = 12.5;

pub(super) struct Filler<'a> {
    api: &'a Api,
    /// The objects around the current one, so that a type inside itself ends.
    above: Vec<TypeId>,
}

/// A field with the object that it is in.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) object: &'a Object,
    pub(super) field: &'a Field,
}

impl<'a> Filler<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, above: Vec::new() }
    }

    /// A value of a type that is in nothing else.
    pub(super) fn sample(&mut self, id: TypeId, extent: Extent) -> Value {
        self.named(id, extent).unwrap_or_default()
    }

    /// A value of a type; none inside itself.
    fn named(&mut self, id: TypeId, extent: Extent) -> Option<Value> {
        let api = self.api;
        match &api.get(id).shape {
            Shape::Object(_) if self.above.contains(&id) => None,
            Shape::Object(object) => Some(self.object(id, object, extent)),
            Shape::Enum(set) => {
                Some(set.values.first().map_or("", |value| &value.wire).into())
            }
            Shape::Union(variants) => {
                variants.iter().find_map(|variant| self.named(variant.ty, extent))
            }
            Shape::Opaque(opaque) => Some(reference(&opaque.component)),
            Shape::Params(_) => None,
        }
    }

    fn object(&mut self, id: TypeId, object: &'a Object, extent: Extent) -> Value {
        self.above.push(id);
        let mut map = Map::new();
        if let Some(tag) = &object.tag {
            map.insert(dialect::OBJECT.to_owned(), tag.value.as_str().into());
        }
        for field in &object.fields {
            if let Some(value) = self.field(Spot { object, field }, extent) {
                map.insert(field.wire.clone(), value);
            }
        }
        self.above.pop();
        Value::Object(map)
    }

    fn field(&mut self, spot: Spot<'a>, extent: Extent) -> Option<Value> {
        let field = spot.field;
        let is_wanted = extent == Extent::All || field.required;
        let value = is_wanted.then(|| self.value(spot, &field.ty, extent)).flatten();
        match value {
            None if field.required => Some(self.smallest(&field.ty)),
            None if field.nullable => Some(Value::Null),
            value => value,
        }
    }

    /// A value; none where that would not end.
    fn value(&mut self, spot: Spot<'a>, ty: &'a Type, extent: Extent) -> Option<Value> {
        Some(match ty {
            Type::String | Type::Secret => text::of(spot).into(),
            Type::Integer => 1.into(),
            Type::Number => FRACTION.into(),
            // What is left of a deleted object says so.
            Type::Boolean => (spot.field.wire == dialect::DELETED).into(),
            Type::Decimal => FRACTION.to_string().into(),
            Type::Timestamp => TIME.into(),
            Type::Raw(_) => json!({}),
            Type::Named(id) => return self.named(*id, extent),
            Type::Expandable(id, targets) => self.id(*id, targets).into(),
            Type::Deletable(id, targets) => {
                self.named(*id, extent).unwrap_or_else(|| self.id(*id, targets).into())
            }
            Type::List(of) => self.page(dialect::LIST, spot, of, extent),
            Type::SearchResult(of) => {
                self.page(dialect::SEARCH_RESULT, spot, of, extent)
            }
            Type::Array(of) => self.items(spot, of, extent),
            Type::Map(of) => self.entries(spot, of, extent),
            // Sent only.
            Type::Range | Type::Choice(_) => return None,
        })
    }

    /// What stands for a value that must be there and would not end: an object with what it must
    /// have, which ends, or an object of a kind that no union knows.
    fn smallest(&mut self, ty: &Type) -> Value {
        let api = self.api;
        match ty {
            Type::Named(id) => match &api.get(*id).shape {
                Shape::Object(object) => self.object(*id, object, Extent::Required),
                _ => json!({}),
            },
            _ => Value::Null,
        }
    }

    /// One item, or none where only what is necessary is wanted.
    fn items(&mut self, spot: Spot<'a>, of: &'a Type, extent: Extent) -> Value {
        let item = (extent == Extent::All).then(|| self.value(spot, of, extent));
        item.flatten().into_iter().collect()
    }

    fn entries(&mut self, spot: Spot<'a>, of: &'a Type, extent: Extent) -> Value {
        let value = match of {
            _ if extent == Extent::Required => None,
            Type::String => Some(text::cut("value", &spot.field.text).into()),
            of => self.value(spot, of, extent),
        };
        let entry = value.map(|value| ("key".to_owned(), value));
        Value::Object(entry.into_iter().collect())
    }

    fn page(
        &mut self,
        kind: &str,
        spot: Spot<'a>,
        of: &'a Type,
        extent: Extent,
    ) -> Value {
        json!({
            dialect::OBJECT: kind,
            dialect::DATA: self.items(spot, of, extent),
            dialect::HAS_MORE: false,
            dialect::URL: text::url(self.api, spot, of),
        })
    }

    /// The id of an object that could be in the place of the id.
    fn id(&self, id: TypeId, targets: &[String]) -> String {
        let own = match &self.api.get(id).shape {
            Shape::Object(object) => object.component.as_deref(),
            _ => None,
        };
        text::id(own.or(targets.first().map(String::as_str)))
    }
}

/// An object of which only the kind is known.
fn reference(component: &str) -> Value {
    json!({dialect::ID: text::id(Some(component)), dialect::OBJECT: component})
}
