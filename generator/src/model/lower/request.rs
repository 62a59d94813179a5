//! Lowers sent types.

use super::{Lowerer, type_docs};
use crate::diagnostic::{Diagnostics, Result};
use crate::model::{Param, SchemaPath, Sent, Shape, Step, TypeDocs};
use crate::openapi::dialect;
use crate::openapi::schema::{Form, Property, Schema};

/// The forms of a parameter's value.
struct Forms {
    first: Sent,
    further: Vec<Sent>,
    /// `true` if the value can also be sent empty.
    clearable: bool,
}

impl From<Sent> for Forms {
    fn from(first: Sent) -> Self {
        Self { first, further: Vec::new(), clearable: false }
    }
}

impl Lowerer<'_> {
    /// Reads the parameters of an operation or an object.
    pub(super) fn params(
        &mut self,
        path: &SchemaPath,
        properties: &[Property<'_>],
    ) -> Result<Vec<Param>> {
        let mut problems = Diagnostics::default();
        let params = properties.iter();
        let params = params.filter_map(|p| problems.record(self.param(path, p)));
        let params = params.collect();
        problems.into_result(params)
    }

    fn param(&mut self, parent: &SchemaPath, property: &Property<'_>) -> Result<Param> {
        let schema = &property.schema;
        let forms = self.forms(&parent.property(&property.name), schema)?;
        let is_text = forms.first == Sent::String && forms.further.is_empty();
        Ok(Param {
            wire: property.name.clone(),
            secret: is_text && self.is_secret(parent, &property.name),
            ty: forms.first,
            further: forms.further,
            required: property.required,
            clearable: forms.clearable,
            deprecated: schema.deprecated,
            docs: param_docs(schema),
            pointer: schema.node.pointer().to_owned(),
        })
    }

    /// Returns the type of a value for which there is one form only: inside a list or map,
    /// no setters could distinguish several.
    fn sent(&mut self, path: &SchemaPath, schema: &Schema<'_>) -> Result<Sent> {
        Ok(self.forms(path, schema)?.first)
    }

    fn forms(&mut self, path: &SchemaPath, schema: &Schema<'_>) -> Result<Forms> {
        Ok(match &schema.form {
            Form::AnyOf(members) => return self.choice(path, schema, members),
            Form::Enum(values) if values.iter().all(String::is_empty) => {
                Forms { clearable: true, ..Sent::String.into() }
            }
            Form::Enum(values) => {
                let first = Sent::Named(self.add_enum(path, schema, values));
                let clearable = values.iter().any(String::is_empty);
                Forms { clearable, ..first.into() }
            }
            Form::Text(_) => Sent::String.into(),
            Form::File => Sent::File.into(),
            Form::Decimal => Sent::Decimal.into(),
            Form::Boolean(_) => Sent::Boolean.into(),
            Form::Integer => Sent::Integer.into(),
            Form::Timestamp => Sent::Timestamp.into(),
            Form::Number => Sent::Number.into(),
            Form::Array(items) => {
                let items = self.sent(&path.then(Step::Items), items)?;
                Sent::Array(Box::new(items)).into()
            }
            Form::Map(values) => {
                let values = self.sent(&path.then(Step::Values), values)?;
                Sent::Map(Box::new(values)).into()
            }
            Form::Object(properties) => {
                let shape = Shape::Params(self.params(path, properties)?);
                let docs = type_docs(path, schema);
                let pointer = schema.node.pointer();
                Sent::Named(self.add(path.clone(), pointer, docs, shape)).into()
            }
            Form::Free => Sent::Map(Box::new(Sent::String)).into(),
            Form::Reference(_) | Form::Expandable(_) => {
                return Err(schema
                    .node
                    .problem("unsupported reference to a component in a parameter")
                    .help("write the schema out where it is used, with an overlay")
                    .into());
            }
        })
    }

    /// Reads `anyOf`: a clearable value, a range, or several forms.
    fn choice(
        &mut self,
        path: &SchemaPath,
        schema: &Schema<'_>,
        members: &[Schema<'_>],
    ) -> Result<Forms> {
        let (empty, values): (Vec<_>, Vec<_>) =
            members.iter().partition(|m| is_empty(m));
        let clearable = !empty.is_empty();
        Ok(match values.as_slice() {
            [] => Forms { clearable, ..Sent::String.into() },
            [a, b] if is_range(a) && is_instant(b) || is_instant(a) && is_range(b) => {
                Forms { clearable, ..Sent::Range.into() }
            }
            [first, further @ ..] => {
                let first = self.member(path, schema, first)?;
                let further = further.iter().enumerate().map(|(index, member)| {
                    self.member(&path.then(Step::Form(index + 2)), schema, member)
                });
                Forms { first, further: further.collect::<Result<_>>()?, clearable }
            }
        })
    }

    /// Returns the type of a member. Descriptions of the whole also apply to the member.
    fn member(
        &mut self,
        path: &SchemaPath,
        whole: &Schema<'_>,
        member: &Schema<'_>,
    ) -> Result<Sent> {
        let ty = self.sent(path, member)?;
        if let Sent::Named(id) = ty
            && let Some(def) = &mut self.types[id.0]
        {
            let own = def.docs.text().to_owned();
            def.docs = TypeDocs { own, property: whole.docs() };
        }
        Ok(ty)
    }
}

/// Returns the description of a parameter, or else those of its forms.
fn param_docs(schema: &Schema<'_>) -> String {
    match (&schema.form, schema.docs()) {
        (Form::AnyOf(members), docs) if docs.is_empty() => {
            let all = members.iter().map(Schema::docs).filter(|docs| !docs.is_empty());
            all.collect::<Vec<_>>().join("\n\n")
        }
        (_, docs) => docs,
    }
}

fn is_empty(schema: &Schema<'_>) -> bool {
    matches!(&schema.form, Form::Enum(values) if values.iter().all(String::is_empty))
}

/// Returns `true` for an object that contains only bounds.
fn is_range(schema: &Schema<'_>) -> bool {
    let properties = schema.properties();
    let is_bound = |p: &Property<'_>| {
        dialect::BOUNDS.contains(&p.name.as_str()) && is_instant(&p.schema)
    };
    !properties.is_empty() && properties.iter().all(is_bound)
}

fn is_instant(schema: &Schema<'_>) -> bool {
    matches!(schema.form, Form::Integer | Form::Timestamp)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::input::scope::Scope;
    use crate::model::{Api, Shape};
    use crate::testing::{self, document, faults, object, refer, take};

    /// Lowers an operation that takes one parameter `x`.
    fn lowered(x: &Value) -> crate::diagnostic::Result<Api> {
        let paths = json!({"/v1/boats": {"post": take(&json!({"x": x}), &["x"])}});
        let schemas = json!({"oar": object(&json!({}))});
        testing::lower(&document(&paths, &schemas), &Scope::default())
    }

    #[test]
    fn forms_are_sent_types() {
        let (text, empty) =
            (json!({"type": "string"}), json!({"type": "string", "enum": [""]}));
        let time = json!({"type": "integer", "format": "unix-time"});
        let bounds = json!({"type": "object", "properties": {"gte": time, "lt": time}});
        let other = json!({"type": "object", "properties": {"gte": time, "name": text}});
        let table = [
            (text.clone(), "String, required"),
            (json!({"type": "object"}), "Map<String>, required"),
            (
                json!({"type": "string", "enum": ["a", ""]}),
                "boats#create:x, required, clearable",
            ),
            (empty.clone(), "String, required, clearable"),
            (json!({"anyOf": [time, empty]}), "Timestamp, required, clearable"),
            (json!({"anyOf": [bounds, time]}), "Range, required"),
            (json!({"anyOf": [time, bounds, empty]}), "Range, required, clearable"),
            (json!({"anyOf": [other, time]}), "boats#create:x or Timestamp, required"),
            (json!({"anyOf": [text, other]}), "String or boats#create:x|2, required"),
            // Inside a list, no setters could distinguish several forms.
            (
                json!({"type": "array", "items": {"anyOf": [text, time]}}),
                "Array<String>, required",
            ),
        ];
        for (schema, details) in table {
            let lines = lowered(&schema).unwrap().lines("boats#create:x");
            let line = format!("param boats#create:x ({details})");
            assert!(lines.contains(&line), "{schema}: {lines:?}");
        }
    }

    #[test]
    fn only_a_multipart_body_has_files() {
        let x = json!({"type": "string", "format": "binary"});
        let lines = lowered(&x).unwrap().lines("boats#create");
        assert!(lines.contains(&"param boats#create:x (String, required)".to_owned()));
        let mut operation = take(&json!({}), &[]);
        let schema = json!({"type": "object", "properties": {"x": x}});
        operation["requestBody"]["content"] =
            json!({"multipart/form-data": {"schema": schema}});
        operation["servers"] = json!([{"url": "https://sails.example"}]);
        operation["responses"]["200"]["content"] = json!({"image/png": {"schema": x}});
        let paths = json!({"/v1/boats": {"post": operation}});
        let api =
            testing::lower(&document(&paths, &json!({})), &Scope::default()).unwrap();
        let expected = [
            "operation POST /v1/boats = boats#create \
             (at sails.example, multipart, sends boats#create, receives Bytes)",
            "params boats#create",
            "param boats#create:x (File, optional)",
        ];
        assert_eq!(api.lines("boats#create"), expected);
    }

    #[test]
    fn components_are_not_sent() {
        let fault = "unsupported reference to a component in a parameter";
        for schema in [refer("oar"), json!({"type": "array", "items": refer("oar")})] {
            assert_eq!(faults(lowered(&schema)), [fault]);
        }
    }

    #[test]
    fn a_description_of_all_forms_is_about_the_property() {
        let mut inner = object(&json!({"name": {"type": "string"}}));
        inner["description"] = "A sail.".into();
        let schema = json!({"description": "The sail of the boat.", "anyOf": [inner, {"type": "string"}]});
        let api = lowered(&schema).unwrap();
        let docs = &api.types[0].docs;
        assert_eq!(
            (docs.own.as_str(), docs.property.as_str()),
            ("A sail.", "The sail of the boat.")
        );
    }

    #[test]
    fn descriptions_of_forms_are_about_a_parameter_that_has_none() {
        let forms =
            json!([{"type": "string", "description": "An id."}, {"type": "integer"}]);
        let docs = |schema: &Value| {
            let api = lowered(schema).unwrap();
            let Shape::Params(params) = &api.types[0].shape else { panic!("no params") };
            params[0].docs.clone()
        };
        assert_eq!(docs(&json!({"anyOf": forms})), "An id.");
        assert_eq!(docs(&json!({"anyOf": forms, "description": "A sail."})), "A sail.");
    }

    #[test]
    fn only_plain_texts_are_secret() {
        let scope = Scope { secret: vec!["*.x".to_owned()], ..Scope::default() };
        for (schema, secret) in
            [(json!({"type": "string"}), ", secret"), (json!({"type": "integer"}), "")]
        {
            let paths = json!({"/v1/boats": {"post": take(&json!({"x": schema}), &[])}});
            let api = testing::lower(&document(&paths, &json!({})), &scope).unwrap();
            let line = api.lines("boats#create:x").concat();
            assert!(line.ends_with(&format!("optional{secret})")), "{line}");
        }
    }
}
