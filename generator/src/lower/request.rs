//! What is sent.

use super::view::{Form, Property, View};
use super::{Lowerer, below};
use crate::diagnostic::{Diagnostics, Result};
use crate::dialect;
use crate::ir::{Origin, Param, Params, Shape, Type};

impl Lowerer<'_> {
    /// The parameters of one object.
    pub(super) fn params(
        &mut self,
        origin: &Origin,
        properties: Vec<Property<'_>>,
    ) -> Result<Params> {
        let mut problems = Diagnostics::default();
        let mut params = Params::default();
        for property in properties {
            params.fields.extend(problems.keep(self.param(origin, &property)));
        }
        problems.or(params)
    }

    /// One parameter.
    pub(super) fn param(
        &mut self,
        parent: &Origin,
        property: &Property<'_>,
    ) -> Result<Param> {
        let view = &property.schema;
        let origin = below(parent, &property.name, view);
        let (ty, clearable) = self.sent_type(&origin, view)?;
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
            deprecated: view.deprecated(),
            docs: view.docs(),
            pointer: origin.pointer,
        })
    }

    /// The type of a sent value, and whether it can also be sent empty.
    fn sent_type(&mut self, origin: &Origin, view: &View<'_>) -> Result<(Type, bool)> {
        match view.form() {
            Form::AnyOf(members) => self.choice(origin, view, &members),
            Form::Enum(values) if values.iter().any(String::is_empty) => {
                if values.len() == 1 {
                    return Ok((Type::String, true));
                }
                Ok((self.add_enum(origin.clone(), view, &values), true))
            }
            form => Ok((self.sent_form(origin, view, form)?, false)),
        }
    }

    fn sent_form(
        &mut self,
        origin: &Origin,
        view: &View<'_>,
        form: Form<'_>,
    ) -> Result<Type> {
        Ok(match form {
            Form::Text => Type::String,
            Form::Decimal => Type::Decimal,
            Form::Enum(values) => self.add_enum(origin.clone(), view, &values),
            Form::Boolean => Type::Boolean,
            Form::Integer => Type::Integer,
            Form::Timestamp => Type::Timestamp,
            Form::Number => Type::Number,
            Form::Array(items) => Type::Array(Box::new(
                self.sent_type(&below(origin, "[]", &items), &items)?.0,
            )),
            Form::Map(values) => Type::Map(Box::new(
                self.sent_type(&below(origin, "{}", &values), &values)?.0,
            )),
            Form::Object(properties) => {
                let params = self.params(origin, properties)?;
                Type::Named(self.add(origin.clone(), view.docs(), Shape::Params(params)))
            }
            Form::Free => Type::Map(Box::new(Type::String)),
            Form::AnyOf(_) => self.sent_type(origin, view)?.0,
            Form::Reference(_) | Form::Expandable(_) => {
                return Err(view
                    .node
                    .problem("the schema of a parameter, written where it is used")
                    .found("a reference to a component")
                    .help("write the schema in place, with an overlay")
                    .into());
            }
        })
    }

    /// `anyOf`: a value that can be cleared, a range, or a choice of forms.
    fn choice(
        &mut self,
        origin: &Origin,
        view: &View<'_>,
        members: &[View<'_>],
    ) -> Result<(Type, bool)> {
        let is_empty = |m: &&View<'_>| matches!(m.form(), Form::Enum(v) if v.iter().all(String::is_empty));
        let clearable = members.iter().any(|m| is_empty(&m));
        let values: Vec<&View<'_>> = members.iter().filter(|m| !is_empty(m)).collect();
        let ty = match values.as_slice() {
            [] => Type::String,
            [only] => return Ok((self.member(origin, view, only)?, clearable)),
            [a, b] if is_range(a) && is_instant(b) || is_instant(a) && is_range(b) => {
                Type::Range
            }
            several => Type::Choice(
                several
                    .iter()
                    .enumerate()
                    .map(|(index, member)| {
                        self.member(&form(origin, index), view, member)
                    })
                    .collect::<Result<Vec<_>>>()?,
            ),
        };
        Ok((ty, clearable))
    }

    /// A member's type; what the whole says about the values counts for the member too.
    fn member(
        &mut self,
        origin: &Origin,
        whole: &View<'_>,
        member: &View<'_>,
    ) -> Result<Type> {
        let origin =
            Origin { pointer: member.node.pointer().to_owned(), ..origin.clone() };
        let ty = self.sent_type(&origin, member)?.0;
        if let Type::Named(id) = ty {
            let def = &mut self.api.types[id.0];
            if def.docs.is_empty() {
                def.docs = whole.docs();
            }
        }
        Ok(ty)
    }
}

/// The origin of one of several forms; the first one is found where the parameter is.
fn form(origin: &Origin, index: usize) -> Origin {
    let path = match index {
        0 => origin.path.clone(),
        _ => format!("{}|{}", origin.path, index + 1),
    };
    Origin { path, ..origin.clone() }
}

/// An object that only holds bounds.
fn is_range(view: &View<'_>) -> bool {
    match view.form() {
        Form::Object(properties) => {
            !properties.is_empty()
                && properties.iter().all(|p| {
                    dialect::BOUNDS.contains(&p.name.as_str()) && is_instant(&p.schema)
                })
        }
        _ => false,
    }
}

fn is_instant(view: &View<'_>) -> bool {
    matches!(view.form(), Form::Integer | Form::Timestamp)
}
