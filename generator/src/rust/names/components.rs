//! Names components, and the references to them.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{self, Proposal, Style};
use super::{Namer, Reason};
use crate::model::{Root, Step, TypeId};
use crate::openapi::dialect;
use crate::rust::ident;
use crate::rust::modules::SHARED;

impl<'a> Namer<'a> {
    /// Names all components: those of the module table, then resources, then what belongs to
    /// them.
    pub(super) fn components(&mut self) {
        let clashing = self.tabulated();
        self.resources();
        self.remains();
        self.parts();
        self.references(&clashing);
    }

    /// Names the components that a row of the module table matches. Returns the names that
    /// several of them have.
    fn tabulated(&mut self) -> BTreeSet<(String, String)> {
        // A clash of components is also one of the references to them, but one fault.
        let mut clashing = BTreeSet::new();
        for (id, component) in self.unnamed_components() {
            let Some((row, module, mut ident)) = self.table.name(component) else {
                continue;
            };
            if self.is_taken_elsewhere(&module, &ident) {
                ident = candidates::in_module(&module, &ident);
            }
            if !self.take_by_row(id, row, &module, &ident) {
                clashing.insert((module, ident));
            }
        }
        clashing
    }

    /// Names resources as their components.
    fn resources(&mut self) {
        let components = self.unnamed_components();
        let is_resource = |component: &str| {
            self.owners.get(component).is_some_and(|owner| owner.is_resource)
        };
        let (ids, proposals): (Vec<TypeId>, Vec<Proposal>) = components
            .into_iter()
            .filter(|(_, component)| is_resource(component))
            .map(|(id, component)| (id, self.proposal_of_component(component)))
            .unzip();
        self.settle(&ids, proposals, |_, _| Reason::Component);
    }

    /// Names what remains of deleted resources after the resources.
    fn remains(&mut self) {
        for (id, component) in self.unnamed_components() {
            let live = component.strip_prefix(dialect::DELETED_PREFIX);
            let Some(live) = live.and_then(|live| self.component(live)).cloned() else {
                continue;
            };
            let name = format!("{}{}", ident::camel(dialect::DELETED), live.ident);
            if self.is_free(&live.module, &name) {
                self.take(id, &live.module, &name, Reason::Component);
            }
        }
    }

    /// Names components that are no resources: as the properties that lead to them from the
    /// resource that owns them.
    fn parts(&mut self) {
        let mut ids = Vec::new();
        let mut proposals = Vec::new();
        let mut reasons = BTreeMap::new();
        for (id, component) in self.unnamed_components() {
            ids.push(id);
            let Some((module, reason)) = self.owned(component) else {
                proposals.push(self.proposal_of_component(component));
                continue;
            };
            let words = self.words_of_part(component);
            let own = ident::component(&ident::camel(component));
            let style = Style::Whole(&self.scope.brief);
            proposals.push(Proposal::of_part(module, style, &words, own));
            reasons.insert(id, reason);
            self.words.insert(component, words);
        }
        let reason = |id| reasons.get(&id).cloned().unwrap_or(Reason::Component);
        self.settle(&ids, proposals, |id, _| reason(id));
    }

    /// Returns the module of a component that a resource owns, and why it has its name.
    fn owned(&self, component: &str) -> Option<(String, Reason)> {
        let owner = self.owners.get(component)?;
        let resource = owner.resource.clone()?;
        let module = self.component(&resource)?.module.clone();
        Some((module, Reason::Part { resource, rule: owner.rule }))
    }

    /// Returns the words of a component: those of what is around it, and those that lead to it
    /// from there.
    fn words_of_part(&self, component: &str) -> Vec<String> {
        let mut steps = Vec::new();
        let mut at = component;
        let first = loop {
            if let Some(name) = self.component(at) {
                break vec![name.ident.to_string()];
            }
            if let Some(words) = self.words.get(at) {
                break words.clone();
            }
            let Some(owner) = self.owners.get(at) else { break vec![ident::camel(at)] };
            steps.extend(owner.words.iter().rev().cloned());
            at = &owner.around;
        };
        first.into_iter().chain(steps.into_iter().rev()).collect()
    }

    /// Names the references to components.
    fn references(&mut self, clashing: &BTreeSet<(String, String)>) {
        for (id, path) in self.unnamed() {
            let (Root::Component(component), [Step::Reference]) =
                (&path.root, path.steps.as_slice())
            else {
                continue;
            };
            let row = self.table.name(component);
            let (module, ident) = match (self.component(component), &row) {
                (Some(name), _) => (name.module.clone(), name.ident.to_string()),
                (None, Some((_, module, ident))) => (module.clone(), ident.clone()),
                (None, None) => {
                    (SHARED.to_owned(), ident::component(&ident::camel(component)))
                }
            };
            let name = format!("{ident}Ref");
            let reason = row
                .as_ref()
                .map_or(Reason::Component, |(row, ..)| Reason::ModuleTable(*row));
            match row {
                _ if clashing.contains(&(module.clone(), ident)) => {
                    self.assign(id, &module, &name, reason);
                }
                Some((row, ..)) => {
                    self.take_by_row(id, row, &module, &name);
                }
                None => self.take(id, &module, &name, reason),
            }
        }
    }

    fn proposal_of_component(&self, component: &str) -> Proposal {
        let module = self.modules.of_component(component);
        Proposal::of_resource(module, ident::component(&ident::camel(component)))
    }

    /// Names a type as a row of the module table says. Returns `false`, and reports the row, if
    /// another type has the name.
    fn take_by_row(
        &mut self,
        id: TypeId,
        row: usize,
        module: &str,
        ident: &str,
    ) -> bool {
        let pointer = &self.api.get(id).origins[0].pointer;
        let described = self.table.description(row);
        let help = format!("correct {described} of the scope, which gives this name");
        let is_free = self.occupy(module, ident, pointer, &help);
        self.assign(id, module, ident, Reason::ModuleTable(row));
        is_free
    }

    fn unnamed_components(&self) -> Vec<(TypeId, &'a str)> {
        let components = self.components.iter().map(|(component, id)| (*id, *component));
        let mut unnamed: Vec<_> =
            components.filter(|(id, _)| self.named[id.0].is_none()).collect();
        unnamed.sort_unstable();
        unnamed
    }
}
