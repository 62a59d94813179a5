//! Finds the received type that corresponds to a sent object: the one at the same path
//! of the resource.

use std::collections::BTreeMap;

use crate::model::{Api, SchemaPath, Shape, Type, TypeId};

/// Component and path → the received object.
pub(crate) struct Twins(BTreeMap<(String, String), TypeId>);

impl Twins {
    /// Finds the objects inside every component.
    pub(crate) fn of(api: &Api) -> Self {
        let mut twins = Self(BTreeMap::new());
        for id in api.ids() {
            if let Shape::Object(object) = &api.get(id).shape
                && let Some(component) = &object.component
            {
                twins.collect(api, component, id, "", &mut Vec::new());
            }
        }
        twins
    }

    /// Returns the received object at the path of a sent one. `thing_data` corresponds
    /// to `thing`.
    pub(crate) fn of_path(&self, sent: &SchemaPath) -> Option<TypeId> {
        let path = sent.path.split('|').next().unwrap_or_default();
        let (first, rest) =
            path.split_at(path.find(['.', '[', '{']).unwrap_or(path.len()));
        let described =
            first.strip_suffix("_data").map(|thing| format!("{thing}{rest}"));
        let get =
            |path: String| self.0.get(&(sent.component().to_owned(), path)).copied();
        get(path.to_owned()).or_else(|| described.and_then(get))
    }

    fn collect(
        &mut self,
        api: &Api,
        component: &str,
        id: TypeId,
        path: &str,
        above: &mut Vec<TypeId>,
    ) {
        let Shape::Object(object) = &api.get(id).shape else { return };
        if above.contains(&id) {
            return;
        }
        above.push(id);
        if !path.is_empty() {
            self.0.insert((component.to_owned(), path.to_owned()), id);
        }
        for field in &object.fields {
            let path = match path {
                "" => field.wire.clone(),
                path => format!("{path}.{}", field.wire),
            };
            self.collect_in(api, component, &field.ty, &path, above);
        }
        above.pop();
    }

    fn collect_in(
        &mut self,
        api: &Api,
        component: &str,
        ty: &Type,
        path: &str,
        above: &mut Vec<TypeId>,
    ) {
        match ty {
            Type::Named(id) => self.collect(api, component, *id, path, above),
            // Arrays that are sent correspond to lists that are received.
            Type::Array(of) | Type::List(of) => {
                self.collect_in(api, component, of, &format!("{path}[]"), above);
            }
            Type::Map(of) => {
                self.collect_in(api, component, of, &format!("{path}{{}}"), above);
            }
            _ => {}
        }
    }
}
