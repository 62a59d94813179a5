//! Compares operations.

use std::collections::BTreeMap;

use super::{Comparison, Place, Side, Spot};
use crate::diff::values;
use crate::model::{Api, Operation, OperationId};

/// An operation of one version.
type Found<'a> = (OperationId, &'a Operation);

impl<'a> Comparison<'a> {
    /// Compares all operations. The names of path parameters are no part of a route.
    pub(super) fn operations(&mut self) {
        let (old, new) = (by_route(self.old.api), by_route(self.new.api));
        for (route, found) in &old {
            if let Some(other) = new.get(route) {
                self.operation(*found, *other);
            } else {
                let spot = spot(&self.old, Some(*found), None);
                self.break_users(spot.change("operation removed"));
            }
        }
        for (_, found) in new.iter().filter(|(route, _)| !old.contains_key(*route)) {
            let spot = spot(&self.new, None, Some(*found));
            self.add(spot.change("operation added"));
        }
    }

    fn operation(&mut self, old: Found<'a>, new: Found<'a>) {
        let spot = spot(&self.new, Some(old), Some(new));
        let ((_, before), (_, after)) = (old, new);
        let result = values::received(self.old.api, &before.response);
        let next = values::received(self.new.api, &after.response);
        if result == next {
            self.follow(before.response.id(), after.response.id());
        } else {
            let mut change = spot.change("type of the response changed");
            (change.from, change.to) = (Some(result), Some(next));
            self.break_users(change);
        }
        for (what, from, to) in [
            ("host changed", host(before), host(after)),
            ("encoding of the body changed", encoding(before), encoding(after)),
        ] {
            if from != to {
                let mut change = spot.change(what);
                (change.from, change.to) = (Some(from.to_owned()), Some(to.to_owned()));
                self.add(change);
            }
        }
        match (before.expand.is_some(), after.expand.is_some()) {
            (false, true) => self.add(spot.change("parameter `expand` added")),
            (true, false) => self.break_users(spot.change("parameter `expand` removed")),
            _ => {}
        }
        match (before.deprecated, after.deprecated) {
            (false, true) => self.add(spot.change("operation now deprecated")),
            (true, false) => self.add(spot.change("operation no longer deprecated")),
            _ => {}
        }
        if before.params.is_some() || after.params.is_some() {
            self.params(before.params, after.params, Some((old.0, new.0)));
        }
    }
}

fn host(operation: &Operation) -> &str {
    operation.host.as_deref().unwrap_or("default")
}

const fn encoding(operation: &Operation) -> &str {
    if operation.multipart { "multipart" } else { "form" }
}

fn by_route(api: &Api) -> BTreeMap<String, Found<'_>> {
    api.operations().map(|found| (route(found.1), found)).collect()
}

/// Returns the method and the path of an operation, without the names of path parameters.
fn route(operation: &Operation) -> String {
    let route = operation.route();
    let segments = route.split('/');
    let plain = segments.map(|s| if s.starts_with('{') { "{}" } else { s });
    plain.collect::<Vec<_>>().join("/")
}

/// Returns the spot of an operation that is in at least one version; `side` is the newest of
/// them.
fn spot(side: &Side<'_>, old: Option<Found<'_>>, new: Option<Found<'_>>) -> Spot {
    let pointer = |found: Option<Found<'_>>| found.map(|(_, o)| o.pointer.clone());
    let newest = new.or(old);
    let path = newest.map(|(_, operation)| operation.route()).unwrap_or_default();
    let owner =
        newest.map(|(id, _)| side.resources.of_operation(id)).unwrap_or_default();
    Spot {
        owner: owner.to_owned(),
        rust: side.items.get(&path, "").to_vec(),
        place: Place { path, old: pointer(old), new: pointer(new) },
        uses: 1,
    }
}
