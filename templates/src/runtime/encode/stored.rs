//! Parameters as JSON, behind the feature `serialize`: a job queue or an outbox keeps them
//! until they are sent.
//!
//! The JSON is that of the API: names and values as they are sent, with null for what is
//! cleared. What is not sent is left out. Unknown names are kept.

use super::value::Kind;
use super::{Fields, ParamValue};
use crate::runtime::decode::{self, Blank, DecodeErrorKind, MapReader, Place, Value};
use crate::runtime::serialize::{Erased, ErasedSerialize};
use crate::runtime::values::secret::Secret;

/// Returns the parameters that are sent, and those that must not be empty.
pub(crate) fn show_params<'a>(fields: &'a Fields, required: &[&str]) -> Erased<'a> {
    let sent = fields
        .iter()
        .filter(|(name, value)| required.contains(name) || !is_omitted(value));
    Erased::Map(sent.map(|(name, value)| (name, value as _)).collect())
}

impl ErasedSerialize for ParamValue {
    fn show(&self) -> Erased<'_> {
        match &self.0 {
            Kind::Clear => Erased::Absent,
            Kind::Text(text) => Erased::Text(text),
            Kind::Secret(secret) => Erased::Text(secret.expose()),
            Kind::Integer(value) => Erased::Integer(*value),
            Kind::Boolean(value) => Erased::Boolean(*value),
            Kind::Number(value) => Erased::Float(*value),
            Kind::Decimal(decimal) => match decimal.plain() {
                Some(digits) => Erased::Digits(digits.into_owned()),
                None => Erased::Text(decimal.as_str()),
            },
            Kind::File(_) => Erased::Unsupported("a file cannot be stored"),
            Kind::List(items) => {
                Erased::Seq(items.iter().map(|item| item as _).collect())
            }
            Kind::Object(fields) => show_params(fields, fields.required()),
            Kind::Memberless => Erased::Map(Vec::new()),
            Kind::Map(entries) => Erased::Map(
                entries.iter().map(|(key, value)| (key.as_str(), value as _)).collect(),
            ),
        }
    }
}

/// Returns `true` for an object or map of which nothing is sent.
fn is_omitted(value: &ParamValue) -> bool {
    match &value.0 {
        Kind::Object(fields) => fields.iter().all(|(name, value)| {
            !fields.required().contains(&name) && is_omitted(value)
        }),
        Kind::Map(entries) => entries.is_empty(),
        _ => false,
    }
}

impl Place for Fields {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.read(value.map()?)
    }
}

decode::blank!(Fields = Self::new());

impl Fields {
    fn read(&mut self, map: &mut dyn MapReader) -> Result<(), DecodeErrorKind> {
        let mut name = String::new();
        while map.next_key(&mut |key| key.clone_into(&mut name))? {
            let mut value = ParamValue::BLANK;
            map.value(&name, &mut value)?;
            if crate::SECRET_PARAMS.contains(&name.as_str()) {
                value = value.into_secret();
            }
            self.insert(std::mem::take(&mut name).into(), value);
        }
        Ok(())
    }
}

impl ParamValue {
    fn into_secret(self) -> Self {
        match self.0 {
            Kind::Text(text) => Self(Kind::Secret(Secret::new(text))),
            other => Self(other),
        }
    }
}

impl Place for ParamValue {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        self.0 = match value {
            Value::Null => Kind::Clear,
            Value::Boolean(value) => Kind::Boolean(value),
            Value::Integer(value) => Kind::Integer(value),
            Value::Float(value) if value.is_finite() => Kind::Number(value),
            Value::Text(text) => Kind::Text(text.to_owned()),
            Value::Seq(seq) => {
                let mut items = Vec::new();
                seq.items(&mut items)?;
                Kind::List(items)
            }
            Value::Map(map) => {
                let mut fields = Fields::new();
                fields.read(map)?;
                // Only what cannot be sent is stored as an empty object.
                if fields.is_empty() { Kind::Memberless } else { Kind::Object(fields) }
            }
            other => return Err(other.mismatch("a parameter")),
        };
        Ok(())
    }
}

decode::blank!(ParamValue = Self(Kind::Clear));
