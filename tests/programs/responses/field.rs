//! Access to the contents of a field, whatever type wraps them.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use stripe_sessions::{Decimal, Expandable, Secret, Timestamp};

/// Visits the objects inside a field.
pub trait Reach<T> {
    fn reach(&self, visit: &mut dyn FnMut(&T));
}

impl<T, U: Reach<T>> Reach<T> for Option<U> {
    fn reach(&self, visit: &mut dyn FnMut(&T)) {
        self.iter().for_each(|inner| inner.reach(visit));
    }
}

impl<T, U: Reach<T>> Reach<T> for Box<U> {
    fn reach(&self, visit: &mut dyn FnMut(&T)) {
        (**self).reach(visit);
    }
}

impl<T, U: Reach<T>> Reach<T> for Vec<U> {
    fn reach(&self, visit: &mut dyn FnMut(&T)) {
        self.iter().for_each(|inner| inner.reach(visit));
    }
}

impl<T, U: Reach<T>> Reach<T> for BTreeMap<String, U> {
    fn reach(&self, visit: &mut dyn FnMut(&T)) {
        self.values().for_each(|inner| inner.reach(visit));
    }
}

/// Implements `Reach` for the objects themselves.
macro_rules! objects {
    ($($object:ty),+ $(,)?) => {$(
        impl $crate::field::Reach<$object> for $object {
            fn reach(&self, visit: &mut dyn FnMut(&$object)) {
                visit(self);
            }
        }
    )+};
}
pub(crate) use objects;

/// Calls `visit` with each object in a field.
pub fn each<T>(field: &impl Reach<T>, mut visit: impl FnMut(&T)) {
    field.reach(&mut visit);
}

/// Collects the leaves of a field as values of a kind. The parameter only distinguishes
/// the implementations.
pub trait Leaf<As> {
    fn texts(&self, out: &mut Vec<String>);
}

pub struct Plain;
pub struct Text;
pub struct In<As>(As);

macro_rules! plain {
    ($($type:ty: $kind:literal, |$this:ident| $value:expr;)+) => {$(
        impl Leaf<Plain> for $type {
            fn texts(&self, out: &mut Vec<String>) {
                let $this = self;
                out.push(format!(concat!($kind, " {}"), $value));
            }
        }
    )+};
}

plain! {
    bool: "boolean", |this| this;
    i64: "number", |this| this;
    f64: "number", |this| this;
    Timestamp: "timestamp", |this| this.as_unix();
    Decimal: "decimal", |this| this.as_str();
    Secret: "secret", |this| this.expose();
}

/// A string, or an enum, which prints its variant.
impl<T: AsRef<str> + Debug> Leaf<Text> for T {
    fn texts(&self, out: &mut Vec<String>) {
        let (text, debug) = (self.as_ref(), format!("{self:?}"));
        out.push(match debug.starts_with('"') {
            true => format!("string {text}"),
            false => format!("enum {text}\t{debug}"),
        });
    }
}

impl<R> Leaf<In<Plain>> for Expandable<R> {
    fn texts(&self, out: &mut Vec<String>) {
        let form = match (self.is_deleted(), self.raw()) {
            (true, _) => "deleted",
            (false, Some(_)) => "object",
            (false, None) => "id",
        };
        out.push(format!("{form} {}", self.id().unwrap_or("without an id")));
    }
}

impl<As, T: Leaf<As>> Leaf<In<As>> for Option<T> {
    fn texts(&self, out: &mut Vec<String>) {
        self.iter().for_each(|inner| inner.texts(out));
    }
}

impl<As, T: Leaf<As>> Leaf<In<As>> for Vec<T> {
    fn texts(&self, out: &mut Vec<String>) {
        self.iter().for_each(|inner| inner.texts(out));
    }
}

impl<As, T: Leaf<As>> Leaf<In<As>> for BTreeMap<String, T> {
    fn texts(&self, out: &mut Vec<String>) {
        for (key, inner) in self {
            let from = out.len();
            inner.texts(out);
            out[from..].iter_mut().for_each(|text| *text = format!("{key}: {text}"));
        }
    }
}

/// Collects the leaves of a field.
pub fn leaves<As>(field: &impl Leaf<As>, out: &mut Vec<String>) {
    field.texts(out);
}

/// Collects the objects of a field, typed or raw, as JSON.
pub fn objects_in(field: &impl Serialize, out: &mut Vec<String>) {
    out.push(serde_json::to_string(field).expect("objects can be written"));
}
