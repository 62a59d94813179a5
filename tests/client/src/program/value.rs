//! Rust expressions for values, each different from all others of its call.

use super::build::{Builder, VARIABLE, Want, Way};
use crate::form_text::{Key, Step, below};
use crate::forms::Shape;

/// Counts, so that no two values are the same.
#[derive(Debug, Default)]
pub(super) struct Numbers(u32);

impl Numbers {
    pub(super) fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

/// No enum has it.
const UNKNOWN: &str = "value_of_tomorrow";
const BOUNDS: [&str; 4] = ["gt", "gte", "lt", "lte"];

impl Builder<'_> {
    /// A value; where `want` asks for one parameter, this is it or around it.
    pub(super) fn value(
        &mut self,
        path: &str,
        key: &Key,
        shape: &Shape,
        want: Want<'_>,
    ) -> String {
        match shape {
            Shape::Object(fields) => self.object(path, key, fields, want),
            Shape::List(of) => self.list(path, key, of, want),
            Shape::Map(of) => self.map(path, key, of, want),
            Shape::Range => self.range(path, key, want),
            plain => {
                let (expression, sent) = self.plain(plain, way(path, want));
                self.pairs.push((key.clone(), sent));
                expression
            }
        }
    }

    /// A value that is no container: its expression, and what is sent.
    fn plain(&mut self, shape: &Shape, way: Way) -> (String, String) {
        let number = self.numbers.next();
        match shape {
            Shape::Text { currency: true, .. } => {
                let text = currency(number);
                (format!("{text:?}"), text)
            }
            Shape::Text { longest, .. } => {
                let text = format!("t{number}");
                assert!(longest.is_none_or(|longest| text.len() as u64 <= longest));
                (format!("{text:?}"), text)
            }
            Shape::Integer => (number.to_string(), number.to_string()),
            Shape::Number => (format!("{number}.25"), format!("{number}.25")),
            Shape::Boolean => {
                let text = (way != Way::False).to_string();
                (text.clone(), text)
            }
            Shape::Decimal => (format!("\"{number}.50\""), format!("{number}.50")),
            Shape::Timestamp => {
                let time = 1_700_000_000 + number;
                (format!("{time}_i64"), time.to_string())
            }
            Shape::Enum(_) if way == Way::Each => {
                ("known(value)".to_owned(), VARIABLE.to_owned())
            }
            Shape::Enum(_) if way == Way::Unknown => {
                (format!("unknown({UNKNOWN:?})"), UNKNOWN.to_owned())
            }
            Shape::Enum(values) => {
                let value = values.first().expect("an enum has values");
                (format!("known({value:?})"), value.clone())
            }
            container => panic!("{} is not plain", container.kind()),
        }
    }

    fn list(&mut self, path: &str, key: &Key, of: &Shape, want: Want<'_>) -> String {
        let way = way(path, want);
        if way == Way::Empty {
            self.pairs.push((key.clone(), String::new()));
            let none = if matches!(of, Shape::Text { .. }) { "[\"\"; 0]" } else { "[]" };
            return none.to_owned();
        }
        if let (
            Shape::Enum(values),
            Want::All | Want::Cleared | Want::One(_, Way::Set),
        ) = (of, want)
        {
            let values = values.iter().enumerate().map(|(index, value)| {
                self.pairs.push((below(key, Step::Index(index)), value.clone()));
                format!("known({value:?})")
            });
            return format!("[{}]", values.collect::<Vec<_>>().join(", "));
        }
        let count = match want {
            Want::All | Want::Cleared => 2,
            Want::One(target, Way::Set) if target == path => 2,
            Want::One(..) | Want::Least => 1,
        };
        let items = (0..count).map(|index| {
            let key = below(key, Step::Index(index));
            match of {
                Shape::Enum(_) => {
                    let (expression, sent) = self.plain(of, way);
                    self.pairs.push((key, sent));
                    expression
                }
                of => self.value(&format!("{path}[]"), &key, of, want),
            }
        });
        format!("[{}]", items.collect::<Vec<_>>().join(", "))
    }

    /// Entries are given neither in the order in which they must be sent nor in its reverse.
    fn map(&mut self, path: &str, key: &Key, of: &Shape, want: Want<'_>) -> String {
        let names: &[&str] = match want {
            Want::All | Want::Cleared => &["kb", "kc", "ka"],
            Want::One(target, Way::Set) if target == path => &["kb", "kc", "ka"],
            Want::One(..) | Want::Least => &["ka"],
        };
        let entries = names.iter().map(|name| {
            let key = below(key, Step::Entry((*name).to_owned()));
            if way(path, want) == Way::RemoveKey {
                self.pairs.push((key, String::new()));
                return format!("({name:?}, \"\")");
            }
            let value = self.value(&format!("{path}{{}}"), &key, of, want);
            format!("({name:?}, {value})")
        });
        format!("[{}]", entries.collect::<Vec<_>>().join(", "))
    }

    fn range(&mut self, path: &str, key: &Key, want: Want<'_>) -> String {
        let exact = match want {
            Want::All | Want::Least => true,
            Want::One(target, _) => target == path,
            Want::Cleared => false,
        };
        if exact {
            let value =
                if way(path, want) == Way::Zero { 0 } else { self.numbers.next() };
            self.pairs.push((key.clone(), value.to_string()));
            return format!("{value}_i64");
        }
        let mut range = "stripe_sessions::Range::new()".to_owned();
        for bound in BOUNDS {
            let here = format!("{path}.{bound}");
            if matches!(want, Want::One(target, _) if target != here) {
                continue;
            }
            let rust = self.source.line(self.root, &here).rust.clone();
            self.named.insert((here.clone(), rust.clone()));
            let value =
                if way(&here, want) == Way::Zero { 0 } else { self.numbers.next() };
            self.pairs
                .push((below(key, Step::Name(bound.to_owned())), value.to_string()));
            range = format!("{rust}({range}, {value}_i64)");
        }
        range
    }
}

/// In what way the value at a path is set.
fn way(path: &str, want: Want<'_>) -> Way {
    match want {
        Want::One(target, way) if target == path => way,
        _ => Way::Set,
    }
}

/// Three letters.
fn currency(number: u32) -> String {
    let letter = |place: u32| {
        char::from(b'a' + u8::try_from(number / place % 26).expect("small"))
    };
    [letter(676), letter(26), letter(1)].iter().collect()
}
