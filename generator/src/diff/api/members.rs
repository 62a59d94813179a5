//! Compares types by their members: fields, parameters, values and variants.

use super::{Comparison, Place, Side, Spot};
use crate::diff::{Change, values};
use crate::model::{
    EnumValue, Field, Object, OperationId, Param, Root, SchemaPath, Shape, TypeId,
    Variant,
};

/// The name of a member, with the pointers of both versions.
type Pointers<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// The types or operations that have the parameters in each version.
type Senders = (OperationId, OperationId);

impl<'a> Comparison<'a> {
    pub(super) fn objects(
        &mut self,
        (old, before): (TypeId, &'a Object),
        (new, after): (TypeId, &'a Object),
    ) {
        for field in &before.fields {
            match after.fields.iter().find(|other| other.wire == field.wire) {
                Some(other) => {
                    let pointers =
                        (&*field.wire, Some(&*field.pointer), Some(&*other.pointer));
                    let spot = member(&self.new, new, pointers);
                    self.field(&spot, field, other);
                }
                None => {
                    let pointers = (&*field.wire, Some(&*field.pointer), None);
                    let change =
                        member(&self.old, old, pointers).change("field removed");
                    self.break_users(change);
                }
            }
        }
        for field in &after.fields {
            if before.fields.iter().all(|other| other.wire != field.wire) {
                let pointers = (&*field.wire, None, Some(&*field.pointer));
                let mut change = member(&self.new, new, pointers).change("field added");
                change.to = Some(values::received(self.new.api, &field.ty));
                self.add(change);
            }
        }
        let tag = |object: &Object| object.tag.as_ref().map(|tag| tag.value.clone());
        if tag(before) != tag(after) {
            let mut change = self.both(old, new).change("discriminator changed");
            (change.from, change.to) = (tag(before), tag(after));
            self.break_users(change);
        }
    }

    fn field(&mut self, spot: &Spot, old: &Field, new: &Field) {
        let before = values::received(self.old.api, &old.ty);
        let after = values::received(self.new.api, &new.ty);
        if before == after {
            self.follow(old.ty.id(), new.ty.id());
            let targets = (values::targets(&old.ty), values::targets(&new.ty));
            self.sets(spot, "kinds of objects", targets.0, targets.1, false);
        } else {
            let mut change = spot.change("type changed");
            (change.from, change.to) = (Some(before), Some(after));
            self.break_users(change);
        }
        match (old.required, new.required) {
            (true, false) => self.break_users(spot.change("can now be absent or null")),
            (false, true) => self.touch(spot.change("is now always present")),
            _ => match (old.nullable, new.nullable) {
                (false, true) => self.add(spot.change("can now be null")),
                (true, false) => self.add(spot.change("is no longer null")),
                _ => {}
            },
        }
        self.deprecation(spot, old.deprecated, new.deprecated);
    }

    /// Compares the parameters of two types or, if an operation has none, of two operations.
    pub(super) fn params(
        &mut self,
        old: Option<TypeId>,
        new: Option<TypeId>,
        senders: Option<Senders>,
    ) {
        self.seen.extend(old.zip(new));
        let before = old.map_or(&[][..], |id| params(&self.old, id));
        let after = new.map_or(&[][..], |id| params(&self.new, id));
        let (old_sender, new_sender) = senders.unzip();
        for param in before {
            match after.iter().find(|other| other.wire == param.wire) {
                Some(other) => {
                    let pointers =
                        (&*param.wire, Some(&*param.pointer), Some(&*other.pointer));
                    let mut spot = parameter(&self.new, new, new_sender, pointers);
                    if param.required != other.required {
                        spot.rust.extend(constructor(&self.new, new));
                    }
                    self.param(&spot, param, other);
                }
                None => {
                    let pointers = (&*param.wire, Some(&*param.pointer), None);
                    let spot = parameter(&self.old, old, old_sender, pointers);
                    self.break_users(spot.change("parameter removed"));
                }
            }
        }
        for param in after {
            if before.iter().all(|other| other.wire != param.wire) {
                let pointers = (&*param.wire, None, Some(&*param.pointer));
                let mut spot = parameter(&self.new, new, new_sender, pointers);
                if param.required {
                    spot.rust.extend(constructor(&self.new, new));
                }
                let what = match param.required {
                    true => "required parameter added",
                    false => "parameter added",
                };
                let to = Some(self.forms(&self.new, param).join(" or "));
                let change = Change { to, ..spot.change(what) };
                self.changes.push(Change { breaking: param.required, ..change });
            }
        }
    }

    fn param(&mut self, spot: &Spot, old: &Param, new: &Param) {
        let before = self.forms(&self.old, old);
        let after = self.forms(&self.new, new);
        for (form, text) in old.forms().zip(&before) {
            let other = new.forms().zip(&after).find(|(_, other)| *other == text);
            self.follow(form.id(), other.and_then(|(other, _)| other.id()));
        }
        if before != after {
            let mut change = spot.change("type changed");
            // A further form leaves the others as they are.
            change.breaking = !before.iter().all(|form| after.contains(form));
            (change.from, change.to) =
                (Some(before.join(" or ")), Some(after.join(" or ")));
            self.add(change);
        }
        match (old.required, new.required) {
            (true, false) => self.touch(spot.change("parameter no longer required")),
            (false, true) => self.break_users(spot.change("parameter now required")),
            _ => {}
        }
        match (old.clearable, new.clearable) {
            (true, false) => self.break_users(spot.change("can no longer be cleared")),
            (false, true) => self.add(spot.change("can now be cleared")),
            _ => {}
        }
        match (old.secret, new.secret) {
            (false, true) => self.touch(spot.change("is now secret")),
            (true, false) => self.touch(spot.change("is no longer secret")),
            _ => {}
        }
        self.deprecation(spot, old.deprecated, new.deprecated);
    }

    fn deprecation(&mut self, spot: &Spot, old: bool, new: bool) {
        match (old, new) {
            (false, true) => self.add(spot.change("now deprecated")),
            (true, false) => self.add(spot.change("no longer deprecated")),
            _ => {}
        }
    }

    /// Compares two enums. A value that is no longer sent is not missed; one that is no longer
    /// accepted is.
    pub(super) fn enums(
        &mut self,
        (old, before): (TypeId, &'a [EnumValue]),
        (new, after): (TypeId, &'a [EnumValue]),
    ) {
        let wires = |values: &[EnumValue]| {
            values.iter().map(|value| value.wire.clone()).collect::<Vec<_>>()
        };
        let (before, after) = (wires(before), wires(after));
        let spot = self.both(old, new);
        let is_sent = self.new.path(new).is_sent();
        let start = self.changes.len();
        self.sets(&spot, "values", &before, &after, is_sent);
        for change in &mut self.changes[start..] {
            let items = |name: &String| {
                let added = self.new.items(new, name);
                let items =
                    if added.is_empty() { self.old.items(old, name) } else { added };
                items.to_vec()
            };
            change.rust = change.names.iter().flat_map(items).collect();
        }
    }

    pub(super) fn unions(
        &mut self,
        (old, before): (TypeId, &'a [Variant]),
        (new, after): (TypeId, &'a [Variant]),
    ) {
        let tags = |variants: &[Variant]| {
            variants.iter().map(|variant| variant.tag.clone()).collect::<Vec<_>>()
        };
        let spot = self.both(old, new);
        self.sets(&spot, "kinds of objects", &tags(before), &tags(after), true);
        for variant in before {
            let other = after.iter().find(|other| other.tag == variant.tag);
            self.follow(Some(variant.ty), other.map(|other| other.ty));
        }
    }

    /// Compares two sets of names.
    fn sets(
        &mut self,
        spot: &Spot,
        what: &str,
        old: &[String],
        new: &[String],
        removal_breaks: bool,
    ) {
        let without = |all: &[String], others: &[String]| {
            all.iter().filter(|name| !others.contains(name)).cloned().collect::<Vec<_>>()
        };
        let (removed, added) = (without(old, new), without(new, old));
        for (verb, names) in [("removed", removed), ("added", added)] {
            if !names.is_empty() {
                let breaking = removal_breaks && verb == "removed";
                let change = spot.change(&format!("{what} {verb}"));
                self.touch(Change { names, breaking, ..change });
            }
        }
    }

    /// Returns the spot of a type that both versions have.
    fn both(&self, old: TypeId, new: TypeId) -> Spot {
        let pointer = |side: &Side<'_>, id| side.api.get(id).origins[0].pointer.clone();
        let place = Place {
            path: self.new.key(new),
            old: Some(pointer(&self.old, old)),
            new: Some(pointer(&self.new, new)),
        };
        Spot {
            owner: self.new.resources.owner(new).to_owned(),
            place,
            uses: self.new.resources.uses(new),
            rust: self.new.items(new, "").to_vec(),
        }
    }

    /// Describes the forms of a parameter.
    fn forms(&self, side: &Side<'_>, param: &Param) -> Vec<String> {
        param.forms().map(|ty| values::sent(side.api, ty)).collect()
    }
}

fn params<'a>(side: &Side<'a>, id: TypeId) -> &'a [Param] {
    match &side.api.get(id).shape {
        Shape::Params(params) => params,
        _ => &[],
    }
}

/// Returns the item that takes required parameters.
fn constructor(side: &Side<'_>, id: Option<TypeId>) -> Option<String> {
    let path = side.items(id?, "").first()?;
    Some(format!("{path}::new"))
}

/// Returns the spot of a member of a type.
fn member(side: &Side<'_>, id: TypeId, pointers: Pointers<'_>) -> Spot {
    let (wire, old, new) = pointers;
    Spot {
        owner: side.resources.owner(id).to_owned(),
        place: Place {
            path: side.api.key(&side.path(id).property(wire)),
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
        },
        uses: side.resources.uses(id),
        rust: side.items(id, wire).to_vec(),
    }
}

/// Returns the spot of a parameter of a type or, if it has none, of an operation.
fn parameter(
    side: &Side<'_>,
    id: Option<TypeId>,
    sender: Option<OperationId>,
    pointers: Pointers<'_>,
) -> Spot {
    if let Some(id) = id {
        return member(side, id, pointers);
    }
    let (wire, old, new) = pointers;
    let owner = sender.map(|id| side.resources.of_operation(id)).unwrap_or_default();
    let root = |id| SchemaPath { root: Root::Request(id), steps: Vec::new() };
    let path = sender.map(|id| side.api.key(&root(id).property(wire)));
    Spot {
        owner: owner.to_owned(),
        place: Place {
            path: path.unwrap_or_default(),
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
        },
        uses: 1,
        rust: Vec::new(),
    }
}
