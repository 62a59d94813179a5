//! Values, each different from all others of its call.

use super::build::{Builder, Want, Way};
use super::model::{Object, Value};
use crate::forms::Shape;

/// A counter, so that no two values are equal.
#[derive(Debug, Default)]
pub(super) struct Numbers(u32);

impl Numbers {
    pub(super) fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

/// Not a value of any enum.
const UNKNOWN: &str = "value_of_tomorrow";
pub(super) const BOUNDS: [&str; 4] = ["gt", "gte", "lt", "lte"];

impl Builder<'_> {
    /// Returns a value; if `want` asks for one parameter, this is that parameter or
    /// contains it.
    pub(super) fn value(&mut self, path: &str, shape: &Shape, want: Want<'_>) -> Value {
        match shape {
            Shape::Object(fields) => Value::Object(self.object(path, fields, want)),
            Shape::List(of) => self.list(path, of, want),
            Shape::Map(of) => self.map(path, of, want),
            Shape::Range => self.range(path, want),
            plain => self.plain(plain, way(path, want)),
        }
    }

    /// Returns a value that is not a container.
    fn plain(&mut self, shape: &Shape, way: Way<'_>) -> Value {
        let number = self.numbers.next();
        Value::Plain(match shape {
            Shape::Text { currency: true, .. } => currency(number),
            Shape::Text { longest, .. } => {
                let text = format!("t{number}");
                assert!(longest.is_none_or(|longest| text.len() <= longest));
                text
            }
            Shape::Integer => number.to_string(),
            Shape::Number => format!("{number}.25"),
            Shape::Boolean => (way != Way::False).to_string(),
            Shape::Decimal => format!("{number}.50"),
            Shape::Timestamp => (1_700_000_000 + number).to_string(),
            Shape::Enum(values) => match way {
                Way::To(value) => value.to_owned(),
                Way::Unknown => return Value::Unknown(UNKNOWN.to_owned()),
                _ => values.first().expect("an enum has values").clone(),
            },
            container => panic!("{} is not plain", container.kind()),
        })
    }

    fn list(&mut self, path: &str, of: &Shape, want: Want<'_>) -> Value {
        let way = way(path, want);
        if way == Way::Empty {
            return Value::List(Vec::new());
        }
        if let (
            Shape::Enum(values),
            Want::All | Want::Cleared | Want::One(_, Way::Set),
        ) = (of, want)
        {
            return Value::List(values.iter().cloned().map(Value::Plain).collect());
        }
        let count = match want {
            Want::All | Want::Cleared => 2,
            Want::One(target, Way::Set) if target == path => 2,
            Want::One(..) | Want::Least => 1,
        };
        let items = (0..count).map(|_| match of {
            Shape::Enum(_) => self.plain(of, way),
            of => self.value(&format!("{path}[]"), of, want),
        });
        Value::List(items.collect())
    }

    /// Returns a map whose entries are neither in the order in which they must be sent
    /// nor in its reverse.
    fn map(&mut self, path: &str, of: &Shape, want: Want<'_>) -> Value {
        let names: &[&str] = match want {
            Want::All | Want::Cleared => &["kb", "kc", "ka"],
            Want::One(target, Way::Set) if target == path => &["kb", "kc", "ka"],
            Want::One(..) | Want::Least => &["ka"],
        };
        let entries = names.iter().map(|name| {
            let value = match way(path, want) {
                Way::RemoveKey => Value::Plain(String::new()),
                _ => self.value(&format!("{path}{{}}"), of, want),
            };
            ((*name).to_owned(), value)
        });
        Value::Map(entries.collect())
    }

    fn range(&mut self, path: &str, want: Want<'_>) -> Value {
        let exact = match want {
            Want::All | Want::Least => true,
            Want::One(target, _) => target == path,
            Want::Cleared => false,
        };
        if exact {
            return self.bound(way(path, want));
        }
        let mut range = Object::default();
        for bound in BOUNDS {
            let here = format!("{path}.{bound}");
            if !matches!(want, Want::One(target, _) if target != here) {
                let value = self.bound(way(&here, want));
                range.setters.push((bound.to_owned(), value));
            }
        }
        Value::Object(range)
    }

    fn bound(&mut self, way: Way<'_>) -> Value {
        let value = if way == Way::Zero { 0 } else { self.numbers.next() };
        Value::Plain(value.to_string())
    }
}

/// Returns the way in which the value at a path is set.
fn way<'a>(path: &str, want: Want<'a>) -> Way<'a> {
    match want {
        Want::One(target, way) if target == path => way,
        _ => Way::Set,
    }
}

/// Returns three letters.
fn currency(number: u32) -> String {
    let letter = |place: u32| {
        char::from(b'a' + u8::try_from(number / place % 26).expect("small"))
    };
    [letter(676), letter(26), letter(1)].iter().collect()
}
