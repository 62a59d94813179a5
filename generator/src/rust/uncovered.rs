//! Proposes rows of the module table for the components that none covers.

use std::collections::BTreeMap;

use super::module_table::ModuleTable;
use super::{Crate, Reason, Shape, TypeDef, TypeName, ident};
use crate::input::scope::ModuleRow;

/// The number of characters that a pattern of several components can have.
const PATTERN: usize = 85;

/// The path of the marker of references to a component.
const REFERENCE: &str = "@ref";

/// The name that calls a component as itself.
const WHOLE: &str = "$0";

/// Returns rows for the components that no row of `rows` covers and whose names are not in the
/// lock yet. They give the names that the components have without them.
pub fn proposed_rows(krate: &Crate, rows: &[ModuleRow]) -> Vec<ModuleRow> {
    let table = ModuleTable::new(rows);
    let mut uncovered: BTreeMap<&str, TypeName> = BTreeMap::new();
    for def in &krate.types {
        let Some((component, name)) = component(def) else { continue };
        if def.reason != Reason::Lock && table.name(component).is_none() {
            uncovered.entry(component).or_insert(name);
        }
    }
    let mut proposed: BTreeMap<String, Vec<ModuleRow>> = BTreeMap::new();
    for (component, name) in uncovered {
        let rows = proposed.entry(name.module.clone()).or_default();
        add(rows, row(component, &name));
    }
    proposed.into_values().flatten().collect()
}

/// Returns the component that is named with a type, if there is one: its own type, or the marker
/// of references to it. Also returns the name of the component.
fn component(def: &TypeDef) -> Option<(&str, TypeName)> {
    let place = def.origin();
    let name = match (&def.shape, place.path.as_str()) {
        (Shape::Reference(_), REFERENCE) => {
            let ident = def.name.ident.as_str();
            let ident = ident.strip_suffix("Ref").unwrap_or(ident);
            TypeName { ident: ident::type_name(ident), ..def.name.clone() }
        }
        (_, "") if !place.is_sent && !place.root.contains('#') => def.name.clone(),
        _ => return None,
    };
    Some((&place.root, name))
}

/// Returns the row of one component.
fn row(component: &str, name: &TypeName) -> ModuleRow {
    let row = ModuleRow {
        pattern: regex::escape(component),
        module: name.module.clone(),
        name: WHOLE.to_owned(),
        drop: None,
    };
    let rows = [row];
    let given = ModuleTable::new(&rows).name(component).map(|(.., ident)| ident);
    let [row] = rows;
    match given.as_deref() == Some(name.ident.as_str()) {
        true => row,
        false => ModuleRow { name: name.ident.to_string(), ..row },
    }
}

/// Adds a row, to the last one if both call components as themselves.
fn add(rows: &mut Vec<ModuleRow>, row: ModuleRow) {
    let fits = |last: &&mut ModuleRow| {
        let length = last.pattern.len() + row.pattern.len();
        last.name == WHOLE && row.name == WHOLE && length < PATTERN
    };
    match rows.last_mut().filter(fits) {
        Some(last) => last.pattern = format!("{}|{}", last.pattern, row.pattern),
        None => rows.push(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::scope::Scope;
    use crate::model::{Api, Received};
    use crate::rust::lock::Lock;
    use crate::rust::plan;
    use crate::testing::{field, optional};

    /// Plans a boat with an oar and a value, which refers to a pier. Returns the proposed rows,
    /// and the lock.
    fn planned(rows: &[ModuleRow], lock: &str) -> (Vec<ModuleRow>, String) {
        let mut api = Api::empty();
        let oar = api.object("boat.oar", []);
        let value = api.object("value", []);
        let pier = api.reference("pier", None);
        let fields = [
            field("oar", Received::Named(oar)),
            optional("value", Received::Named(value)),
            field("pier", Received::Expandable(pier, vec!["pier".to_owned()])),
        ];
        let boat = api.object("boat", fields);
        api.operation("GET /v1/boats", Received::Named(boat));
        let scope = Scope { modules: rows.to_vec(), ..Scope::default() };
        let mut lock = Lock::read("names.lock", lock).unwrap();
        let krate = plan(api, &scope, &BTreeMap::new(), &mut lock).unwrap();
        (proposed_rows(&krate, rows), lock.text())
    }

    fn row(pattern: &str, module: &str, name: &str) -> ModuleRow {
        let [pattern, module, name] = [pattern, module, name].map(str::to_owned);
        ModuleRow { pattern, module, name, drop: None }
    }

    #[test]
    fn proposed_rows_give_the_names_that_components_have_without_them() {
        let (proposed, without) = planned(&[], "");
        let components: Vec<&str> =
            proposed.iter().flat_map(|row| row.pattern.split('|')).collect();
        assert_eq!(components, ["boat", r"boat\.oar", "value", "pier"]);
        let (left, with) = planned(&proposed, "");
        assert_eq!((left, with), (Vec::new(), without));
    }

    #[test]
    fn only_components_without_a_row_and_a_line_in_the_lock_are_proposed() {
        let rows = [row("boat.*", "fleet", "$0")];
        let lock = "pier:@ref = port::PierRef\n";
        let (proposed, _) = planned(&rows, lock);
        let patterns: Vec<&str> = proposed.iter().map(|r| r.pattern.as_str()).collect();
        assert_eq!(patterns, ["value"]);
    }

    #[test]
    fn a_name_that_is_not_that_of_the_component_is_spelled_out() {
        let name = |path: &str| {
            let (module, ident) = path.rsplit_once("::").unwrap();
            TypeName { module: module.to_owned(), ident: ident::type_name(ident) }
        };
        let row = |component, path| super::row(component, &name(path)).name;
        assert_eq!(row("boat_oar", "fleet::BoatOar"), "$0");
        assert_eq!(row("value", "fleet::ValueObject"), "$0");
        assert_eq!(row("boat_oar", "fleet::FleetBoatOar"), "FleetBoatOar");
    }

    #[test]
    fn a_row_has_as_many_components_as_fit_into_a_line() {
        let mut rows = Vec::new();
        let long = "x".repeat(PATTERN);
        for (pattern, name) in
            [("a", "$0"), ("b", "$0"), (&*long, "$0"), ("c", "C"), ("d", "$0")]
        {
            add(&mut rows, row(pattern, "fleet", name));
        }
        let patterns: Vec<&str> = rows.iter().map(|r| r.pattern.as_str()).collect();
        assert_eq!(patterns, ["a|b", &*long, "c", "d"]);
    }
}
