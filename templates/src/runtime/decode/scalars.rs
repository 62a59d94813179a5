//! [`Decode`] for standard library types and for raw JSON.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Decode, DecodeErrorKind, Grow, Place, Value};

impl Decode for String {
    fn empty() -> Self {
        Self::new()
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        value.text()?.clone_into(self);
        Ok(())
    }
}

impl Decode for bool {
    fn empty() -> Self {
        false
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Boolean(value) => *self = value,
            other => return Err(other.mismatch("a boolean")),
        }
        Ok(())
    }
}

impl Decode for i64 {
    fn empty() -> Self {
        0
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Integer(value) => *self = value,
            other => return Err(other.mismatch("an integer")),
        }
        Ok(())
    }
}

impl Decode for f64 {
    fn empty() -> Self {
        0.0
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "JSON has one number type; the nearest float is what it means"
    )]
    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Float(value) if value.is_finite() => *self = value,
            Value::Integer(value) => *self = value as Self,
            Value::Large(value) => *self = value as Self,
            other => return Err(other.mismatch("a number")),
        }
        Ok(())
    }
}

impl<T: Decode> Decode for Option<T> {
    fn empty() -> Self {
        None
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Null => {
                *self = None;
                Ok(())
            }
            value => renewed(self).put(value),
        }
    }
}

/// A function of its own, so that the new value is not on the stack while it is filled.
fn renewed<T: Decode>(slot: &mut Option<T>) -> &mut T {
    slot.insert(T::empty())
}

impl<T: Decode> Decode for Box<T> {
    fn empty() -> Self {
        Self::new(T::empty())
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        (**self).put(value)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn empty() -> Self {
        Self::new()
    }

    #[inline]
    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        value.seq()?.items(self)
    }
}

impl<T: Decode> Grow for Vec<T> {
    fn grow(&mut self) -> Option<&mut dyn Place> {
        self.push(T::empty());
        self.last_mut().map(|item| item as &mut dyn Place)
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn empty() -> Self {
        Self::new()
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let map = value.map()?;
        self.clear();
        let mut key = String::new();
        while map.next_key(&mut |name| name.clone_into(&mut key))? {
            let mut item = T::empty();
            map.value(&key, &mut item)?;
            self.insert(std::mem::take(&mut key), item);
        }
        Ok(())
    }
}

impl Decode for Json {
    fn empty() -> Self {
        Self::Null
    }

    fn put(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
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
