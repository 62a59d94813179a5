//! Lowers received types.

use super::{Lowerer, type_def, type_docs};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{
    Absence, Field, Object, Received, Reference, SchemaPath, Shape, Step, Tag, TypeDef,
    TypeDocs, TypeId, Variant,
};
use crate::openapi::dialect;
use crate::openapi::schema::{Form, Property, Schema};

/// The maximum number of fields of an object that the runtime supports.
const MOST_FIELDS: usize = 128;

impl Lowerer<'_> {
    /// Reads a component, whose id exists already.
    pub(super) fn component_def(&mut self, name: &str) -> Result<TypeDef> {
        let schema = self.components.get(name)?;
        let path = SchemaPath::component(name);
        let shape = match &schema.form {
            Form::Object(properties) => {
                check_size(schema, properties)?;
                Shape::Object(Object {
                    component: Some(name.to_owned()),
                    is_resource: schema.node.get(dialect::RESOURCE_ID).is_some(),
                    ..self.object(&path, properties)?
                })
            }
            Form::AnyOf(members) => Shape::Union(self.variants(members)?),
            _ => {
                return Err(schema
                    .node
                    .problem(
                        "component that is neither an object nor a union of objects",
                    )
                    .help("write the schema out where it is used, with an overlay")
                    .into());
            }
        };
        let docs = type_docs(&path, schema);
        Ok(type_def(path, schema.node.pointer(), docs, shape))
    }

    /// Returns `true` if a component remains raw JSON: an object without a description
    /// of its members, or a union whose members cannot be distinguished.
    pub(super) fn is_raw(&self, schema: &Schema<'_>) -> Result<bool> {
        match &schema.form {
            Form::Free => Ok(true),
            Form::AnyOf(members) => Ok(!self.is_tagged(members)?),
            _ => Ok(false),
        }
    }

    fn object(
        &mut self,
        path: &SchemaPath,
        properties: &[Property<'_>],
    ) -> Result<Object> {
        let mut problems = Diagnostics::default();
        let mut object = Object::default();
        for property in properties {
            match tag_of(property) {
                Some(tag) => object.tag = Some(tag),
                None => {
                    object.fields.extend(problems.record(self.field(path, property)));
                }
            }
        }
        let is_mark = |field: &Field| {
            let is_set = field.required && field.ty == Received::Boolean;
            is_set && field.wire == dialect::DELETED
        };
        object.is_deleted = object.fields.iter().any(is_mark);
        problems.into_result(object)
    }

    fn field(&mut self, parent: &SchemaPath, property: &Property<'_>) -> Result<Field> {
        let schema = &property.schema;
        let mut ty = self.received(&parent.property(&property.name), schema)?;
        if ty == Received::String && self.is_secret(parent, &property.name) {
            ty = Received::Secret;
        }
        Ok(Field {
            wire: property.name.clone(),
            ty,
            required: property.required && !schema.nullable,
            nullable: schema.nullable,
            absence: absence(schema)?,
            text: schema.text(),
            deprecated: schema.deprecated,
            docs: schema.docs(),
            pointer: schema.node.pointer().to_owned(),
        })
    }

    /// Returns the type of a received value.
    pub(super) fn received(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
    ) -> Result<Received> {
        Ok(match &schema.form {
            Form::Reference(name) => self.component(name)?,
            // JSON has no bytes.
            Form::Text(_) | Form::File => Received::String,
            Form::Decimal => Received::Decimal,
            Form::Enum(values) => Received::Named(self.add_enum(path, schema, values)),
            Form::Boolean(_) => Received::Boolean,
            Form::Integer => Received::Integer,
            Form::Timestamp => Received::Timestamp,
            Form::Number => Received::Number,
            Form::Free => Received::Raw(Vec::new()),
            Form::Array(items) => {
                Received::Array(Box::new(self.received(&path.then(Step::Items), items)?))
            }
            Form::Map(values) => {
                Received::Map(Box::new(self.received(&path.then(Step::Values), values)?))
            }
            Form::Expandable(targets) => self.expandable(path, schema, targets)?,
            Form::AnyOf(members) => self.union(path, schema, members)?,
            Form::Object(properties) => self.inline_object(path, schema, properties)?,
        })
    }

    /// Reads a list envelope, or an object that is not a component.
    fn inline_object(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
        properties: &[Property<'_>],
    ) -> Result<Received> {
        let data = properties.iter().find(|p| p.name == dialect::DATA);
        if let (Some(envelope), Some(Form::Array(items))) =
            (schema.tag(), data.map(|data| &data.schema.form))
        {
            let path = path.property(dialect::DATA).then(Step::Items);
            if envelope == dialect::LIST {
                return Ok(Received::List(Box::new(self.received(&path, items)?)));
            }
            if envelope == dialect::SEARCH_RESULT {
                let items = self.received(&path, items)?;
                return Ok(Received::SearchResult(Box::new(items)));
            }
        }
        check_size(schema, properties)?;
        let shape = Shape::Object(self.object(path, properties)?);
        let docs = type_docs(path, schema);
        Ok(Received::Named(self.add(path.clone(), schema.node.pointer(), docs, shape)))
    }

    /// Returns the type of an id that can be expanded to one of `targets`.
    fn expandable(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
        targets: &[String],
    ) -> Result<Received> {
        let pointer = schema.node.pointer();
        let live: Vec<&String> =
            targets.iter().filter(|t| !t.starts_with(dialect::DELETED_PREFIX)).collect();
        let reference = match live.as_slice() {
            [] => return Ok(Received::String),
            [only] => self.reference(only, pointer)?,
            several => self.reference_to_several(several, path, pointer)?,
        };
        Ok(Received::Expandable(reference, targets.to_vec()))
    }

    /// Adds a reference to one of several components. Its object is a union of those in
    /// the document.
    fn reference_to_several(
        &mut self,
        targets: &[&String],
        path: &SchemaPath,
        pointer: &str,
    ) -> Result<TypeId> {
        let known = targets.iter().filter(|target| self.components.has(target));
        let known: Vec<&String> = known.copied().collect();
        let variants =
            known.iter().map(|name| self.variant(name)).collect::<Result<Vec<_>>>()?;
        self.check_tags(pointer, &variants)?;
        let object = (!variants.is_empty()).then(|| {
            let docs = TypeDocs::default();
            self.add(path.clone(), pointer, docs, Shape::Union(variants))
        });
        let targets = targets.iter().map(|target| (*target).clone()).collect();
        let shape = Shape::Reference(Reference { targets, object });
        Ok(self.add(path.then(Step::Reference), pointer, TypeDocs::default(), shape))
    }

    /// Reads `anyOf`: a nullable object, an expandable without its marker, or a union.
    fn union(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
        members: &[Schema<'_>],
    ) -> Result<Received> {
        if let [only] = members {
            return self.received(path, only);
        }
        let targets: Vec<String> =
            members.iter().filter_map(Schema::reference).map(str::to_owned).collect();
        let texts = members.iter().filter(|m| matches!(m.form, Form::Text(_))).count();
        if texts == 1 && targets.len() + 1 == members.len() {
            return self.expandable(path, schema, &targets);
        }
        if targets.len() < members.len() {
            return Err(schema
                .node
                .problem("unsupported union")
                .expected("references to components, and at most one string")
                .help("rewrite the union with an overlay, or list the property under `opaque` in the scope")
                .into());
        }
        if let Some(live) = self.live_beside_deleted(&targets)? {
            return Ok(match self.component(live)? {
                Received::Named(id) => Received::Deletable(id, targets),
                _ => Received::Raw(targets),
            });
        }
        if !self.is_tagged(members)? {
            return Ok(Received::Raw(targets));
        }
        let shape = Shape::Union(self.variants(members)?);
        let docs = type_docs(path, schema);
        Ok(Received::Named(self.add(path.clone(), schema.node.pointer(), docs, shape)))
    }

    fn variants(&mut self, members: &[Schema<'_>]) -> Result<Vec<Variant>> {
        let components = members.iter().filter_map(Schema::reference);
        components.map(|name| self.variant(name)).collect()
    }

    /// Returns the union member for `component`.
    pub(super) fn variant(&mut self, component: &str) -> Result<Variant> {
        let schema = self.components.get(component)?;
        match (schema.tag(), self.component(component)?) {
            (Some(tag), Received::Named(ty)) => {
                Ok(Variant { component: component.to_owned(), tag: tag.to_owned(), ty })
            }
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
            let Some(name) = member.reference() else { return Ok(false) };
            match self.components.get(name)?.tag() {
                Some(tag) if !tags.contains(&tag) => tags.push(tag),
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Returns the live component, if the two are an object and what remains of it once it
    /// is deleted.
    fn live_beside_deleted<'t>(&self, targets: &'t [String]) -> Result<Option<&'t str>> {
        let [first, second] = targets else { return Ok(None) };
        Ok(match (self.is_deleted(first)?, self.is_deleted(second)?) {
            (false, true) => Some(first),
            (true, false) => Some(second),
            _ => None,
        })
    }

    /// Returns `true` if a component is what remains of a deleted object, or one of several such
    /// remains.
    fn is_deleted(&self, component: &str) -> Result<bool> {
        let schema = self.components.get(component)?;
        let Form::AnyOf(members) = &schema.form else { return Ok(is_marked(schema)) };
        for member in members {
            let Some(name) = member.reference() else { return Ok(false) };
            if !is_marked(self.components.get(name)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Checks that the members of a union have different discriminators.
    pub(super) fn check_tags(&self, pointer: &str, variants: &[Variant]) -> Result<()> {
        let mut problems = Diagnostics::default();
        for (index, variant) in variants.iter().enumerate() {
            let other = variants[..index].iter().find(|other| other.tag == variant.tag);
            if let Some(other) = other {
                let place = Place::Pointer(pointer.to_owned());
                let fault = format!(
                    "union members `{}` and `{}` have the same `object` value `{}`",
                    other.component, variant.component, variant.tag
                );
                problems.push(
                    Diagnostic::new(&self.document.file, place, fault)
                        .help("list the property under `opaque` in the scope, or repair the schemas with an overlay"),
                );
            }
        }
        problems.into_result(())
    }
}

/// Returns `true` if an object has the mark of deleted ones.
fn is_marked(schema: &Schema<'_>) -> bool {
    schema.properties().iter().any(|p| {
        p.name == dialect::DELETED && matches!(p.schema.form, Form::Boolean(Some(_)))
    })
}

/// Returns the treatment of a required property that is absent, as far as the document
/// determines it.
fn absence(schema: &Schema<'_>) -> Result<Absence> {
    let Some(mark) = schema.node.get(dialect::EMPTY_IF_ABSENT) else {
        return Ok(Absence::Rejected);
    };
    match (mark.boolean()?, &schema.form) {
        (false, _) => Ok(Absence::Rejected),
        (true, Form::Enum(_) | Form::Text(_)) => Ok(Absence::Empty),
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
    let count = properties.iter().filter(|p| p.tag().is_none()).count();
    if count <= MOST_FIELDS {
        return Ok(());
    }
    Err(schema
        .node
        .problem(format!("too many properties: {count}, limit {MOST_FIELDS}"))
        .help("remove some with an overlay; users can still read them from the raw response")
        .into())
}

/// Returns the discriminator, if the property is one.
fn tag_of(property: &Property<'_>) -> Option<Tag> {
    let value = property.tag()?.to_owned();
    Some(Tag { value, pointer: property.schema.node.pointer().to_owned() })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::input::scope::Scope;
    use crate::model::Api;
    use crate::testing::{self, answer, document, faults, object, refer, tagged};

    /// Lowers a component `boat` with one property `x`, besides `oar` and its remains.
    fn lowered(x: &Value) -> crate::diagnostic::Result<Api> {
        let deleted = json!({"deleted": {"type": "boolean", "enum": [true]}});
        let schemas = json!({
            "boat": object(&json!({"x": x})),
            "oar": tagged("oar", &json!({})),
            "sail": tagged("sail", &json!({})),
            "deleted_oar": tagged("oar", &deleted),
            "deleted_sail": tagged("sail", &deleted),
            "part": {"anyOf": [refer("oar"), refer("sail")]},
            "deleted_part": {"anyOf": [refer("deleted_oar"), refer("deleted_sail")]},
            "plank": object(&json!({"n": {"type": "number"}})),
        });
        let paths = json!({"/v1/boats": {"get": answer(&refer("boat"))}});
        testing::lower(&document(&paths, &schemas), &Scope::default())
    }

    #[test]
    fn forms_are_received_types() {
        let page = |tag: &str| {
            tagged(tag, &json!({"data": {"type": "array", "items": refer("oar")}}))
        };
        let table = [
            (page("list"), "List<oar>"),
            (page("search_result"), "SearchResult<oar>"),
            (json!({"type": "array", "items": refer("oar")}), "Array<oar>"),
            (
                json!({"type": "object", "additionalProperties": {"type": "integer"}}),
                "Map<Integer>",
            ),
            (json!({"type": "string", "format": "binary"}), "String"),
            (json!({"type": "object"}), "Raw"),
            (
                json!({"type": "string", "x-expansionResources": ["oar"]}),
                "Expandable<oar:@ref>",
            ),
            (
                json!({"anyOf": [{"type": "string"}, refer("oar"), refer("deleted_oar")]}),
                "Expandable<oar:@ref>",
            ),
            (
                json!({"type": "string", "x-expansionResources": ["deleted_oar"]}),
                "String",
            ),
            (json!({"anyOf": [refer("oar")]}), "oar"),
            (json!({"anyOf": [refer("deleted_oar"), refer("oar")]}), "Deletable<oar>"),
            (
                json!({"anyOf": [refer("part"), refer("deleted_part")]}),
                "Deletable<part>",
            ),
            (json!({"anyOf": [refer("oar"), refer("sail")]}), "boat:x"),
            (json!({"anyOf": [refer("part"), refer("plank")]}), "Raw<part or plank>"),
            (json!({"anyOf": [refer("oar"), refer("plank")]}), "Raw<oar or plank>"),
            (object(&json!({"y": {"type": "number"}})), "boat:x"),
        ];
        for (schema, ty) in table {
            let lines = lowered(&schema).unwrap().lines("boat:x");
            let line = format!("field boat:x ({ty}, required)");
            assert!(lines.contains(&line), "{schema}: {lines:?}");
        }
    }

    #[test]
    fn what_can_be_null_is_not_required() {
        let nullable = json!({"type": "string", "nullable": true});
        let lines = lowered(&nullable).unwrap().lines("boat:x");
        assert_eq!(lines, ["field boat:x (String, optional, nullable)"]);
    }

    #[test]
    fn an_expandable_of_several_kinds_refers_to_those_in_the_document() {
        let any =
            json!({"type": "string", "x-expansionResources": ["oar", "gone", "sail"]});
        let lines = lowered(&any).unwrap().lines("boat:x");
        let expected = [
            "field boat:x (Expandable<boat:x@ref>, required)",
            "union boat:x",
            "variant boat:x = oar (oar)",
            "variant boat:x = sail (sail)",
            "reference boat:x@ref (to oar or gone or sail, object boat:x)",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn the_discriminator_is_no_field_and_remains_are_marked() {
        let api = lowered(&refer("deleted_oar")).unwrap();
        let expected = [
            "object deleted_oar (deleted, tag oar)",
            "field deleted_oar:deleted (Boolean, required)",
        ];
        assert_eq!(api.lines("deleted_oar"), expected);
    }

    #[test]
    fn only_strings_can_be_marked_as_empty_if_absent() {
        let marked = |kind: &str| json!({"type": kind, "x-emptyIfAbsent": true});
        let lines = lowered(&marked("string")).unwrap().lines("boat:x");
        assert_eq!(lines, ["field boat:x (String, required, empty if absent)"]);
        let fault = "`x-emptyIfAbsent` on a schema that is not a string";
        assert_eq!(faults(lowered(&marked("integer"))), [fault]);
    }

    #[test]
    fn other_unions_are_faults() {
        let mixed = json!({"anyOf": [{"type": "string"}, {"type": "number"}]});
        assert_eq!(faults(lowered(&mixed)), ["unsupported union"]);
        let twins = json!({"type": "string", "x-expansionResources": ["oar", "oar"]});
        let fault = "union members `oar` and `oar` have the same `object` value `oar`";
        assert_eq!(faults(lowered(&twins)), [fault]);
    }

    #[test]
    fn an_object_has_at_most_as_many_fields_as_the_runtime_supports() {
        let fields = |count: usize| -> serde_json::Map<String, Value> {
            (0..count)
                .map(|index| (format!("f{index}"), json!({"type": "number"})))
                .collect()
        };
        assert!(lowered(&object(&fields(128).into())).is_ok());
        let found = faults(lowered(&object(&fields(129).into())));
        assert_eq!(found, ["too many properties: 129, limit 128"]);
    }
}
