//! Types that are sent.

use super::schema::{Property, Schema, SchemaKind};
use super::{Lowerer, below};
use crate::diagnostic::{Diagnostics, Result};
use crate::model::{Param, Params, SchemaPath, Shape, Type, TypeDocs};
use crate::openapi::dialect;

impl Lowerer<'_> {
    /// Reads the parameters of an object.
    pub(crate) fn params(
        &mut self,
        origin: &SchemaPath,
        properties: Vec<Property<'_>>,
    ) -> Result<Params> {
        let mut problems = Diagnostics::default();
        let mut params = Params::default();
        for property in properties {
            params.fields.extend(problems.record(self.param(origin, &property)));
        }
        problems.into_result(params)
    }

    /// Reads a parameter.
    pub(crate) fn param(
        &mut self,
        parent: &SchemaPath,
        property: &Property<'_>,
    ) -> Result<Param> {
        let schema = &property.schema;
        let origin = below(parent, &property.name, schema);
        let (ty, clearable) = self.sent_type(&origin, schema)?;
        Ok(Param {
            wire: property.name.clone(),
            ident: String::new(),
            further: Vec::new(),
            clear: String::new(),
            secret: ty == Type::String
                && self.is_secret(parent.component(), &property.name),
            ty,
            required: property.required,
            clearable,
            deprecated: schema.deprecated(),
            docs: schema.docs(),
            pointer: origin.pointer,
        })
    }

    /// Returns the type of a sent value, and `true` if it can also be sent empty.
    fn sent_type(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
    ) -> Result<(Type, bool)> {
        match schema.form() {
            SchemaKind::AnyOf(members) => self.choice(origin, schema, &members),
            SchemaKind::Enum(values) if values.iter().any(String::is_empty) => {
                if values.len() == 1 {
                    return Ok((Type::String, true));
                }
                Ok((self.add_enum(origin.clone(), schema, &values), true))
            }
            form => Ok((self.sent_form(origin, schema, form)?, false)),
        }
    }

    fn sent_form(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
        form: SchemaKind<'_>,
    ) -> Result<Type> {
        Ok(match form {
            SchemaKind::Text => Type::String,
            SchemaKind::Decimal => Type::Decimal,
            SchemaKind::Enum(values) => self.add_enum(origin.clone(), schema, &values),
            SchemaKind::Boolean => Type::Boolean,
            SchemaKind::Integer => Type::Integer,
            SchemaKind::Timestamp => Type::Timestamp,
            SchemaKind::Number => Type::Number,
            SchemaKind::Array(items) => Type::Array(Box::new(
                self.sent_type(&below(origin, "[]", &items), &items)?.0,
            )),
            SchemaKind::Map(values) => Type::Map(Box::new(
                self.sent_type(&below(origin, "{}", &values), &values)?.0,
            )),
            SchemaKind::Object(properties) => {
                let params = self.params(origin, properties)?;
                Type::Named(self.add(
                    origin.clone(),
                    schema.type_docs(origin),
                    Shape::Params(params),
                ))
            }
            SchemaKind::Free => Type::Map(Box::new(Type::String)),
            SchemaKind::AnyOf(_) => self.sent_type(origin, schema)?.0,
            SchemaKind::Reference(_) | SchemaKind::Expandable(_) => {
                return Err(schema
                    .node
                    .problem("unsupported reference to a component in a parameter")
                    .help("write the schema out where it is used, with an overlay")
                    .into());
            }
        })
    }

    /// Reads `anyOf`: a clearable value, a range, or a choice of forms.
    fn choice(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
        members: &[Schema<'_>],
    ) -> Result<(Type, bool)> {
        let is_empty = |m: &&Schema<'_>| matches!(m.form(), SchemaKind::Enum(v) if v.iter().all(String::is_empty));
        let clearable = members.iter().any(|m| is_empty(&m));
        let values: Vec<&Schema<'_>> = members.iter().filter(|m| !is_empty(m)).collect();
        let ty = match values.as_slice() {
            [] => Type::String,
            [only] => return Ok((self.member(origin, schema, only)?, clearable)),
            [a, b] if is_range(a) && is_instant(b) || is_instant(a) && is_range(b) => {
                Type::Range
            }
            several => Type::Choice(
                several
                    .iter()
                    .enumerate()
                    .map(|(index, member)| {
                        self.member(&form(origin, index), schema, member)
                    })
                    .collect::<Result<Vec<_>>>()?,
            ),
        };
        Ok((ty, clearable))
    }

    /// Returns the type of a member. Descriptions of the whole also apply to the member.
    fn member(
        &mut self,
        origin: &SchemaPath,
        whole: &Schema<'_>,
        member: &Schema<'_>,
    ) -> Result<Type> {
        let origin =
            SchemaPath { pointer: member.node.pointer().to_owned(), ..origin.clone() };
        let ty = self.sent_type(&origin, member)?.0;
        if let Type::Named(id) = ty {
            let docs = &mut self.api.types[id.0].docs;
            *docs = TypeDocs { own: docs.text().to_owned(), property: whole.docs() };
        }
        Ok(ty)
    }
}

/// Returns the path of one of several forms; the first one has the path of the
/// parameter.
fn form(origin: &SchemaPath, index: usize) -> SchemaPath {
    let path = match index {
        0 => origin.path.clone(),
        _ => format!("{}|{}", origin.path, index + 1),
    };
    SchemaPath { path, ..origin.clone() }
}

/// Returns `true` for an object that contains only bounds.
fn is_range(schema: &Schema<'_>) -> bool {
    match schema.form() {
        SchemaKind::Object(properties) => {
            !properties.is_empty()
                && properties.iter().all(|p| {
                    dialect::BOUNDS.contains(&p.name.as_str()) && is_instant(&p.schema)
                })
        }
        _ => false,
    }
}

fn is_instant(schema: &Schema<'_>) -> bool {
    matches!(schema.form(), SchemaKind::Integer | SchemaKind::Timestamp)
}
