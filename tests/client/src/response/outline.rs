//! The document's description of a resource's fields, in the terms of the inventory.

use super::schema::{Kind, Property, Schema};

/// A field of a resource.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub root: String,
    pub path: String,
    pub kind: String,
    pub of: String,
    pub optional: bool,
    pub nullable: bool,
    pub values: Vec<String>,
    pub targets: Vec<String>,
}

/// Returns all fields of a resource, without those of other resources in it.
pub fn rows(root: &str) -> Vec<Row> {
    let schema =
        Schema::component(root).unwrap_or_else(|| panic!("{root} is not there"));
    let mut rows = Vec::new();
    members(root, "", schema, &mut rows);
    rows
}

fn members(root: &str, path: &str, schema: Schema, rows: &mut Vec<Row>) {
    for property in schema.properties() {
        let path = match path {
            "" => property.key.to_owned(),
            path => format!("{path}.{}", property.key),
        };
        rows.push(row(root, &path, property));
        inside(root, path, property.schema, rows);
    }
}

fn inside(root: &str, path: String, schema: Schema, rows: &mut Vec<Row>) {
    match schema.kind() {
        Kind::Array(of) => inside(root, path + "[]", of, rows),
        Kind::Map(of) => inside(root, path + "{}", of, rows),
        Kind::Object if word(schema) == "object" => members(root, &path, schema, rows),
        _ => {}
    }
}

fn row(root: &str, path: &str, property: Property) -> Row {
    let schema = property.schema;
    let (of, inner) = match schema.kind() {
        Kind::Array(of) | Kind::Map(of) => (word(of), of),
        _ => ("", schema),
    };
    let (mut values, mut targets) = (Vec::new(), Vec::new());
    match inner.kind() {
        Kind::Enum(known) => values = known,
        Kind::Tag(tag) => values = vec![tag],
        Kind::Expandable(known) => targets = known,
        Kind::Object => {
            let held = item(inner).unwrap_or(inner);
            targets.extend(held.resource());
        }
        _ => {}
    }
    Row {
        root: root.to_owned(),
        path: path.to_owned(),
        kind: word(schema).to_owned(),
        of: of.to_owned(),
        optional: !property.required,
        nullable: schema.nullable(),
        values: values.into_iter().map(str::to_owned).collect(),
        targets: targets.into_iter().map(str::to_owned).collect(),
    }
}

fn word(schema: Schema) -> &'static str {
    match schema.kind() {
        Kind::Text => "string",
        Kind::Decimal => "decimal",
        Kind::Integer | Kind::Float => "number",
        Kind::Timestamp => "timestamp",
        Kind::Boolean => "boolean",
        Kind::Enum(_) | Kind::Tag(_) => "enum",
        Kind::Object if schema.resource().is_some() => "resource",
        Kind::Object if item(schema).is_some() => "list",
        Kind::Object => "object",
        Kind::Array(_) => "array",
        Kind::Map(_) => "map",
        Kind::Expandable(_) => "expandable",
        Kind::Raw => "raw",
    }
}

/// Returns the schema of a list's items.
fn item(schema: Schema) -> Option<Schema> {
    let is_list =
        |property: &Property| matches!(property.schema.kind(), Kind::Tag("list"));
    schema.properties().find(is_list)?;
    let data = schema.properties().find(|property| property.key == "data")?;
    match data.schema.kind() {
        Kind::Array(of) => Some(of),
        _ => None,
    }
}
