//! Types that are received.

use super::schema::{Property, Schema, SchemaKind};
use super::{Lowerer, below};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{
    Absence, Field, Object, REFERENCE, Reference, SchemaPath, Shape, Tag, Type,
    TypeDocs, TypeId, Variant,
};
use crate::openapi::dialect;

/// The maximum number of fields of an object that the runtime supports.
const MOST_FIELDS: usize = 128;

impl Lowerer<'_> {
    /// Reads a component, whose id exists already.
    pub(crate) fn component_shape(&mut self, name: &str) -> Result<Shape> {
        let schema = self.component_view(name)?;
        let origin = SchemaPath {
            root: name.to_owned(),
            path: String::new(),
            file: self.document.file.clone(),
            pointer: schema.node.pointer().to_owned(),
        };
        match schema.form() {
            SchemaKind::Object(properties) => {
                check_size(&schema, &properties)?;
                let mut object = self.object(&origin, properties)?;
                object.component = Some(name.to_owned());
                object.is_resource = schema.node.get(dialect::RESOURCE_ID).is_some();
                Ok(Shape::Object(object))
            }
            SchemaKind::AnyOf(members) => Ok(Shape::Union(self.variants(&members)?)),
            _ => Err(schema
                .node
                .problem("component that is neither an object nor a union of objects")
                .help("write the schema out where it is used, with an overlay")
                .into()),
        }
    }

    /// Returns `true` if a component remains raw JSON: an object without a description
    /// of its members, or a union whose members cannot be distinguished.
    pub(crate) fn is_raw(&self, schema: &Schema<'_>) -> Result<bool> {
        match schema.form() {
            SchemaKind::Free => Ok(true),
            SchemaKind::AnyOf(members) => Ok(!self.is_tagged(&members)?),
            _ => Ok(false),
        }
    }

    fn object(
        &mut self,
        origin: &SchemaPath,
        properties: Vec<Property<'_>>,
    ) -> Result<Object> {
        let mut problems = Diagnostics::default();
        let mut object = Object::default();
        for property in properties {
            match tag_of(&property) {
                Some(tag) => object.tag = Some(tag),
                None => {
                    object.fields.extend(problems.record(self.field(origin, &property)));
                }
            }
        }
        problems.into_result(object)
    }

    fn field(&mut self, parent: &SchemaPath, property: &Property<'_>) -> Result<Field> {
        let schema = &property.schema;
        let origin = below(parent, &property.name, schema);
        let mut ty = self.value_type(&origin, schema)?;
        if ty == Type::String && self.is_secret(&parent.root, &property.name) {
            ty = Type::Secret;
        }
        Ok(Field {
            wire: property.name.clone(),
            ident: String::new(),
            ty,
            required: property.required && !schema.nullable(),
            nullable: schema.nullable(),
            absence: absence(schema)?,
            text: schema.text(),
            boxed: false,
            deprecated: schema.deprecated(),
            docs: schema.docs(),
            pointer: origin.pointer,
        })
    }

    /// Returns the type of a received value.
    pub(crate) fn value_type(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
    ) -> Result<Type> {
        Ok(match schema.form() {
            SchemaKind::Reference(name) => self.component(&name)?,
            SchemaKind::Text => Type::String,
            SchemaKind::Decimal => Type::Decimal,
            SchemaKind::Enum(values) => self.add_enum(origin.clone(), schema, &values),
            SchemaKind::Boolean => Type::Boolean,
            SchemaKind::Integer => Type::Integer,
            SchemaKind::Timestamp => Type::Timestamp,
            SchemaKind::Number => Type::Number,
            SchemaKind::Free => Type::Raw(Vec::new()),
            SchemaKind::Array(items) => Type::Array(Box::new(
                self.value_type(&below(origin, "[]", &items), &items)?,
            )),
            SchemaKind::Map(values) => Type::Map(Box::new(
                self.value_type(&below(origin, "{}", &values), &values)?,
            )),
            SchemaKind::Expandable(targets) => self.expandable(origin, targets)?,
            SchemaKind::AnyOf(members) => self.union_type(origin, schema, &members)?,
            SchemaKind::Object(properties) => {
                self.inline_object(origin, schema, properties)?
            }
        })
    }

    /// Reads a list envelope, or an object that is not a component.
    fn inline_object(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
        properties: Vec<Property<'_>>,
    ) -> Result<Type> {
        let envelope = properties.iter().find_map(tag_of).map(|tag| tag.value);
        let data = properties.iter().find(|p| p.name == dialect::DATA);
        if let (Some(envelope), Some(SchemaKind::Array(items))) =
            (envelope, data.map(|d| d.schema.form()))
        {
            let path = below(&below(origin, dialect::DATA, &items), "[]", &items);
            if envelope == dialect::LIST {
                return Ok(Type::List(Box::new(self.value_type(&path, &items)?)));
            }
            if envelope == dialect::SEARCH_RESULT {
                return Ok(Type::SearchResult(Box::new(
                    self.value_type(&path, &items)?,
                )));
            }
        }
        check_size(schema, &properties)?;
        let object = self.object(origin, properties)?;
        let docs = schema.type_docs(origin);
        Ok(Type::Named(self.add(origin.clone(), docs, Shape::Object(object))))
    }

    /// Returns the type of an id that can be expanded to one of `targets`.
    fn expandable(&mut self, origin: &SchemaPath, targets: Vec<String>) -> Result<Type> {
        let live: Vec<&String> =
            targets.iter().filter(|t| !t.starts_with(dialect::DELETED_PREFIX)).collect();
        let reference = match live.as_slice() {
            [] => return Ok(Type::String),
            [only] => self.reference(only, origin)?,
            several => self.reference_to_several(several, origin)?,
        };
        Ok(Type::Expandable(reference, targets))
    }

    /// Adds a reference to one of several components. Its object is a union of those in
    /// the document.
    fn reference_to_several(
        &mut self,
        targets: &[&String],
        origin: &SchemaPath,
    ) -> Result<TypeId> {
        let known = targets.iter().filter(|target| self.has_component(target));
        let known: Vec<&String> = known.copied().collect();
        let variants =
            known.iter().map(|name| self.variant(name)).collect::<Result<Vec<_>>>()?;
        check_tags(origin, &variants)?;
        let object = (!variants.is_empty()).then(|| {
            self.add(origin.clone(), TypeDocs::default(), Shape::Union(variants))
        });
        let path = format!("{}{REFERENCE}", origin.path);
        let targets = targets.iter().map(|target| (*target).clone()).collect();
        let reference = Shape::Reference(Reference { targets, object });
        Ok(self.add(
            SchemaPath { path, ..origin.clone() },
            TypeDocs::default(),
            reference,
        ))
    }

    pub(crate) fn has_component(&self, name: &str) -> bool {
        self.document.node().at(&["components", "schemas", name]).is_some()
    }

    /// Reads `anyOf`: a nullable object, an expandable without its marker, or a union.
    fn union_type(
        &mut self,
        origin: &SchemaPath,
        schema: &Schema<'_>,
        members: &[Schema<'_>],
    ) -> Result<Type> {
        if let [only] = members {
            return self.value_type(origin, only);
        }
        let targets: Vec<String> = members.iter().filter_map(reference_of).collect();
        let texts =
            members.iter().filter(|m| matches!(m.form(), SchemaKind::Text)).count();
        if texts == 1 && targets.len() + 1 == members.len() {
            return self.expandable(origin, targets);
        }
        if targets.len() < members.len() {
            return Err(schema
                .node
                .problem("unsupported union")
                .expected("references to components, and at most one string")
                .help("rewrite the union with an overlay, or list the property under `opaque` in the scope")
                .into());
        }
        if let Some((live, _)) = self.live_and_deleted(&targets)? {
            return match self.component(&live)? {
                Type::Named(id) => Ok(Type::Deletable(id, targets)),
                _ => Ok(Type::Raw(targets)),
            };
        }
        if !self.is_tagged(members)? {
            return Ok(Type::Raw(targets));
        }
        let variants = self.variants(members)?;
        let docs = schema.type_docs(origin);
        Ok(Type::Named(self.add(origin.clone(), docs, Shape::Union(variants))))
    }

    fn variants(&mut self, members: &[Schema<'_>]) -> Result<Vec<Variant>> {
        members.iter().filter_map(reference_of).map(|name| self.variant(&name)).collect()
    }

    /// Returns the union member for `component`.
    pub(crate) fn variant(&mut self, component: &str) -> Result<Variant> {
        let schema = self.component_view(component)?;
        match (component_tag(&schema), self.component(component)?) {
            (Some(tag), Type::Named(ty)) => Ok(Variant {
                component: component.to_owned(),
                ident: String::new(),
                tag,
                ty,
            }),
            _ => Err(schema
                .node
                .problem(format!("union member `{component}` has no `object` property"))
                .help("add an `object` property with a single value, with an overlay")
                .into()),
        }
    }

    /// Returns `true` if the members are components with different discriminators.
    fn is_tagged(&self, members: &[Schema<'_>]) -> Result<bool> {
        let mut tags = Vec::new();
        for member in members {
            let Some(name) = reference_of(member) else { return Ok(false) };
            match component_tag(&self.component_view(&name)?) {
                Some(tag) if !tags.contains(&tag) => tags.push(tag),
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Returns the live and the deleted component, if these two are such a pair.
    fn live_and_deleted(&self, targets: &[String]) -> Result<Option<(String, String)>> {
        let [first, second] = targets else { return Ok(None) };
        Ok(match (self.is_deleted(first)?, self.is_deleted(second)?) {
            (false, true) => Some((first.clone(), second.clone())),
            (true, false) => Some((second.clone(), first.clone())),
            _ => None,
        })
    }

    fn is_deleted(&self, component: &str) -> Result<bool> {
        let schema = self.component_view(component)?;
        let SchemaKind::Object(properties) = schema.form() else { return Ok(false) };
        Ok(properties
            .iter()
            .any(|p| p.name == dialect::DELETED && p.schema.node.get("enum").is_some()))
    }
}

/// Returns the treatment of a required property that is absent, as far as the document
/// determines it.
fn absence(schema: &Schema<'_>) -> Result<Absence> {
    let Some(mark) = schema.node.get(dialect::EMPTY_IF_ABSENT) else {
        return Ok(Absence::Rejected);
    };
    match (mark.boolean()?, schema.form()) {
        (false, _) => Ok(Absence::Rejected),
        (true, SchemaKind::Enum(_) | SchemaKind::Text) => Ok(Absence::Empty),
        (true, _) => Err(schema
            .node
            .problem(format!(
                "`{}` on a schema that is not a string",
                dialect::EMPTY_IF_ABSENT
            ))
            .help("remove the property from `required` instead")
            .into()),
    }
}

/// Checks that the runtime supports the number of properties.
fn check_size(schema: &Schema<'_>, properties: &[Property<'_>]) -> Result<()> {
    let count = properties.iter().filter(|p| tag_of(p).is_none()).count();
    if count <= MOST_FIELDS {
        return Ok(());
    }
    Err(schema
        .node
        .problem(format!("too many properties: {count}, limit {MOST_FIELDS}"))
        .help("remove some with an overlay; users can still read them from the raw response")
        .into())
}

/// Checks that the members of a union have different discriminators.
pub(crate) fn check_tags(origin: &SchemaPath, variants: &[Variant]) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (index, variant) in variants.iter().enumerate() {
        let other = variants[..index].iter().find(|other| other.tag == variant.tag);
        if let Some(other) = other {
            let place = Place::Pointer(origin.pointer.clone());
            let fault = format!(
                "union members `{}` and `{}` have the same `object` value `{}`",
                other.component, variant.component, variant.tag
            );
            problems.push(
                Diagnostic::new(&origin.file, place, fault)
                    .help("list the property under `opaque` in the scope, or repair the schemas with an overlay"),
            );
        }
    }
    problems.into_result(())
}

/// Returns the component that a member refers to.
fn reference_of(schema: &Schema<'_>) -> Option<String> {
    match schema.form() {
        SchemaKind::Reference(name) => Some(name),
        _ => None,
    }
}

/// Returns the value of the discriminator, if the property is one.
fn tag_of(property: &Property<'_>) -> Option<Tag> {
    match property.schema.form() {
        SchemaKind::Enum(values)
            if property.name == dialect::OBJECT && values.len() == 1 =>
        {
            Some(Tag {
                value: values[0].clone(),
                pointer: property.schema.node.pointer().to_owned(),
            })
        }
        _ => None,
    }
}

fn component_tag(schema: &Schema<'_>) -> Option<String> {
    match schema.form() {
        SchemaKind::Object(properties) => {
            properties.iter().find_map(tag_of).map(|tag| tag.value)
        }
        _ => None,
    }
}
