//! [`Decode`] for standard library types and for raw JSON.

use std::collections::BTreeMap;
use std::mem;

use serde_json::Value as Json;

use super::{Decode, DecodeErrorKind, Grow, Place, Value, blank, put};

impl Place for String {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        *self = value.text()?.to_owned();
        Ok(())
    }
}

blank!(String = Self::new());

impl Place for bool {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Boolean(value) => *self = value,
            other => return Err(other.mismatch("a boolean")),
        }
        Ok(())
    }
}

blank!(bool = false);

impl Place for i64 {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Integer(value) => *self = value,
            other => return Err(other.mismatch("an integer")),
        }
        Ok(())
    }
}

blank!(i64 = 0);

impl Place for f64 {
    #[allow(
        clippy::cast_precision_loss,
        reason = "JSON has one number type; the nearest float is what it means"
    )]
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Float(value) if value.is_finite() => *self = value,
            Value::Integer(value) => *self = value as Self,
            Value::Large(value) => *self = value as Self,
            other => return Err(other.mismatch("a number")),
        }
        Ok(())
    }
}

blank!(f64 = 0.0);

impl<T: Decode> Place for Option<T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        if matches!(value, Value::Null) {
            return Ok(());
        }
        put(self, Some(T::empty()));
        match self {
            Some(place) => place.fill(value),
            None => Ok(()),
        }
    }
}

blank!(<T: Decode> Option<T> = None);

impl<T: Decode> Place for Box<T> {
    #[inline]
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        (**self).fill(value)
    }
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn empty() -> Self {
        Self::new(T::empty())
    }
}

impl<T: Decode> Place for Vec<T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        value.seq()?.items(self)
    }
}

blank!(<T: Decode> Vec<T> = Self::new());

impl<T: Decode> Grow for Vec<T> {
    fn grow(&mut self) -> Option<&mut dyn Place> {
        self.push(T::empty());
        self.last_mut().map(|item| item as &mut dyn Place)
    }
}

impl<T: Decode> Place for BTreeMap<String, T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let map = value.map()?;
        let mut key = String::new();
        while map.next_key(&mut |name| name.clone_into(&mut key))? {
            let mut item = T::empty();
            map.value(&key, &mut item)?;
            self.insert(mem::take(&mut key), item);
        }
        Ok(())
    }
}

blank!(<T: Decode> BTreeMap<String, T> = Self::new());

impl Place for Json {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        *self = match value {
            Value::Null => Self::Null,
            Value::Boolean(value) => value.into(),
            Value::Integer(value) => value.into(),
            Value::Large(value) => value.into(),
            Value::Float(value) => value.into(),
            Value::Text(value) => value.into(),
            Value::Seq(seq) => seq.rest()?.into(),
            Value::Map(map) => map.rest()?.into(),
        };
        Ok(())
    }
}

blank!(Json = Self::Null);
