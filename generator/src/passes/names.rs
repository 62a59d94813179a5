//! Names modules and types.
//!
//! A component is called what the module table says. Every other type is proposed the last word of
//! its path; where that is taken, its parents are put before it, one by one. Types near the root
//! of a resource choose first. A name in the lock is never reconsidered.

use std::collections::{BTreeMap, VecDeque};

use super::lock::Lock;
use super::module_table::ModuleTable;
use super::operations;
use super::prune::parts;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::ident;
use crate::ir::{Api, Name, Operation, RESPONSE, SchemaPath, Shape, TypeDef, TypeId};
use crate::scope::Scope;

/// Names everything that is not named yet.
pub(super) fn run(api: &mut Api, scope: &Scope, lock: &mut Lock) -> Result<()> {
    let mut names = Names {
        table: ModuleTable::new(&scope.modules),
        lock,
        owners: owners(api),
        senders: senders(api),
        taken: BTreeMap::new(),
        problems: Diagnostics::default(),
    };
    names.locked(api);
    names.components(api);
    names.accessors(api);
    names.others(api);
    names.operations(api);
    names.problems.into_result(())
}

/// A name that is looked for: the last words of a path.
struct Proposal {
    module: String,
    words: Vec<String>,
    used: usize,
    /// A word for what is inside an array or map, if all other words are not enough.
    inside: Option<&'static str>,
}

impl Proposal {
    fn name(&self) -> String {
        let words = self.words[self.words.len() - self.used..].join("_");
        if self.used < self.words.len() {
            ident::camel(&words)
        } else {
            ident::letter_first(ident::camel(&words))
        }
    }

    /// Takes another word; false where there is none.
    fn extend(&mut self) -> bool {
        if self.used < self.words.len() {
            self.used += 1;
            return true;
        }
        let Some(word) = self.inside.take() else { return false };
        self.words.push(word.to_owned());
        self.used += 1;
        true
    }
}

fn inside(path: &str) -> Option<&'static str> {
    match path.chars().next_back() {
        Some(']') => Some("entry"),
        Some('}') => Some("value"),
        _ => None,
    }
}

struct Names<'a> {
    table: ModuleTable<'a>,
    lock: &'a mut Lock,
    /// Component → its type.
    owners: BTreeMap<String, TypeId>,
    /// Root of what is sent → the operation that sends it.
    senders: BTreeMap<String, usize>,
    /// Module and identifier → who has it.
    taken: BTreeMap<(String, String), SchemaPath>,
    problems: Diagnostics,
}

impl Names<'_> {
    /// Gives types the names that the lock has for them.
    fn locked(&mut self, api: &mut Api) {
        for def in &mut api.types {
            let locked =
                def.origins.iter().find_map(|origin| self.lock.name(&origin.key()));
            if let Some((module, ident)) = locked {
                self.take(def, &module, &ident);
            }
        }
    }

    fn components(&mut self, api: &mut Api) {
        for def in &mut api.types {
            let origin = &def.origins[0];
            if def.name.ident.is_empty() && origin.path.is_empty() && !origin.is_sent() {
                let (module, ident) = self.table.name(&origin.root);
                self.take(def, &module, &ident);
            } else if !def.name.ident.is_empty() {
                record(self.lock, def);
            }
        }
    }

    /// An accessor is called like its segment, in the module of what it is about.
    fn accessors(&mut self, api: &mut Api) {
        for index in 0..api.accessors.len() {
            let segments = operations::segments(api, index);
            let key = format!("/{}", segments.join("/"));
            let locked = self.lock.name(&key);
            let module = self.accessor_module(api, index);
            let (module, ident) = locked.unwrap_or_else(|| {
                let free = |name: &String| self.is_free(&module, name);
                let ident = proposals(&segments).find(free).unwrap_or_else(|| {
                    let words = ident::camel(&segments.join("_"));
                    format!("{}Api", ident::letter_first(words))
                });
                (module.clone(), ident)
            });
            let origin = Self::place(api, index);
            let taken =
                self.taken.insert((module.clone(), ident.clone()), origin.clone());
            if let Some(other) = taken {
                self.problems.push(collision(&origin, &other, &module, &ident));
            }
            let name = Name { module, file: String::new(), ident };
            self.lock.record(key, &name, Vec::new());
            api.accessors[index].name = name;
        }
    }

    /// Types without a component, in batches: near ones first, and of those that are sent, the
    /// ones of the first operation.
    fn others(&mut self, api: &mut Api) {
        let distances = distances(api);
        let mut batches: BTreeMap<(usize, usize), Vec<TypeId>> = BTreeMap::new();
        for id in api.ids().filter(|id| api.get(*id).name.ident.is_empty()) {
            let batch = (distances[id.0], self.order(api.get(id)));
            batches.entry(batch).or_default().push(id);
        }
        for batch in batches.into_values() {
            let mut proposals: Vec<Proposal> = batch
                .iter()
                .map(|id| api.get(*id))
                .map(|def| Proposal {
                    module: self.module_of(api, def),
                    words: self.words(api, def),
                    used: 1,
                    inside: inside(&def.origins[0].path),
                })
                .collect();
            self.settle(&mut proposals);
            for (id, proposal) in batch.iter().zip(proposals) {
                self.take(&mut api.types[id.0], &proposal.module, &proposal.name());
            }
        }
    }

    /// Where the operation that sends a type stands among all; what is received comes first.
    fn order(&self, def: &TypeDef) -> usize {
        self.senders.get(&def.origins[0].root).map_or(0, |place| place + 1)
    }

    /// Puts parents before the names that are taken or that several would take, until none is.
    fn settle(&self, proposals: &mut [Proposal]) {
        loop {
            let names: Vec<(String, String)> =
                proposals.iter().map(|p| (p.module.clone(), p.name())).collect();
            let mut counts: BTreeMap<&(String, String), usize> = BTreeMap::new();
            for name in &names {
                *counts.entry(name).or_default() += 1;
            }
            let is_alone = |name: &(String, String)| counts.get(name) == Some(&1);
            let mut changed = false;
            for (proposal, name) in proposals.iter_mut().zip(&names) {
                let is_settled = is_alone(name) && self.is_free(&name.0, &name.1);
                changed |= !is_settled && proposal.extend();
            }
            if !changed {
                return;
            }
        }
    }

    fn operations(&mut self, api: &Api) {
        for accessor in &api.accessors {
            for operation in accessor.operations.iter().map(|i| &api.operations[*i]) {
                let path = format!(
                    "{}::{}::{}",
                    accessor.name.module, accessor.name.ident, operation.ident
                );
                self.lock.record_path(operations::key(operation), path, Vec::new());
            }
        }
    }

    /// The module of a type that is no component: that of its component, and `params` in it for
    /// what only requests use.
    fn module_of(&self, api: &Api, def: &TypeDef) -> String {
        let origin = &def.origins[0];
        let module = self.component_module(api, origin.component());
        if origin.is_sent() { format!("{module}::params") } else { module }
    }

    fn component_module(&self, api: &Api, component: &str) -> String {
        match self.owners.get(component).map(|id| &api.get(*id).name.module) {
            Some(module) if !module.is_empty() => module.clone(),
            _ => self.table.name(component).0,
        }
    }

    /// The words that name a type: those of its owner, then those of its path.
    fn words(&self, api: &Api, def: &TypeDef) -> Vec<String> {
        let origin = &def.origins[0];
        let mut words = self.owner_words(api, origin);
        for step in origin.path.split('.').filter(|s| !s.is_empty()) {
            let is_plural = step.ends_with(['}', ']']);
            let step = step
                .trim_start_matches(RESPONSE)
                .trim_end_matches("[]")
                .trim_end_matches("{}");
            words.push(if is_plural { ident::singular(step) } else { step.to_owned() });
        }
        words
    }

    /// The component's name, or for what is sent: the verb and the noun of the operation.
    fn owner_words(&self, api: &Api, origin: &SchemaPath) -> Vec<String> {
        let noun = match self.owners.get(origin.component()) {
            Some(id) => api.get(*id).name.ident.clone(),
            None => ident::camel(origin.component()),
        };
        let Some((component, call)) = origin.root.split_once('#') else {
            return vec![noun];
        };
        let mut words = vec![ident::camel(component)];
        words.extend(call.split('.').map(str::to_owned));
        let method = words.pop().unwrap_or_default();
        words.push(match method.as_str() {
            "list" => {
                format!("List{}", ident::camel(&self.plural(api, &origin.root, &noun)))
            }
            list if list.starts_with("list_") => ident::camel(list),
            verb => format!("{}{noun}", ident::camel(verb)),
        });
        words
    }

    /// The plural of a resource is the segment of its accessor.
    fn plural(&self, api: &Api, root: &str, noun: &str) -> String {
        let sender = self.senders.get(root);
        let accessor = api
            .accessors
            .iter()
            .find(|a| sender.is_some_and(|i| a.operations.contains(i)));
        accessor.map_or_else(|| noun.to_owned(), |a| a.segment.clone())
    }

    /// The module of the component that the accessor, or the first one below it, is about.
    fn accessor_module(&self, api: &Api, index: usize) -> String {
        let segment = &api.accessors[index].segment;
        let component = first_operation(api, index).map_or(segment, |o| &o.component);
        self.component_module(api, component)
    }

    /// The place of an accessor is that of its first operation.
    fn place(api: &Api, index: usize) -> SchemaPath {
        let operation = first_operation(api, index);
        SchemaPath {
            root: String::new(),
            path: String::new(),
            file: operation.map(|o| o.file.clone()).unwrap_or_default(),
            pointer: operation.map(|o| o.pointer.clone()).unwrap_or_default(),
        }
    }

    fn is_free(&self, module: &str, name: &str) -> bool {
        ident::is_free(name)
            && !self.taken.contains_key(&(module.to_owned(), name.to_owned()))
    }

    fn take(&mut self, def: &mut TypeDef, module: &str, ident: &str) {
        let origin = def.origins[0].clone();
        if let Some(other) =
            self.taken.insert((module.to_owned(), ident.to_owned()), origin.clone())
        {
            self.problems.push(collision(&origin, &other, module, ident));
        }
        def.name = Name {
            module: module.to_owned(),
            ident: ident.to_owned(),
            file: String::new(),
        };
        arguments(self.lock, def);
        record(self.lock, def);
    }
}

fn collision(
    origin: &SchemaPath,
    other: &SchemaPath,
    module: &str,
    ident: &str,
) -> Diagnostic {
    Diagnostic::new(&origin.file, Place::Pointer(origin.pointer.clone()))
        .expected("a name of its own for every type of a module")
        .found(format!("`{module}::{ident}`, which is also the name of {}#{}", other.file, other.pointer))
        .help("change a row of `modules` in the scope, or a line of the name lock, for one of them")
}

/// The order of the arguments of `new`: as locked, new ones behind.
fn arguments(lock: &Lock, def: &mut TypeDef) {
    let locked: Vec<String> =
        def.origins.iter().flat_map(|origin| lock.arguments(&origin.key())).collect();
    if let Shape::Params(params) = &mut def.shape {
        let mut required: Vec<usize> =
            (0..params.fields.len()).filter(|i| params.fields[*i].required).collect();
        required.sort_by_key(|i| {
            locked
                .iter()
                .position(|name| *name == params.fields[*i].wire)
                .unwrap_or(usize::MAX)
        });
        params.arguments = required;
    }
}

fn record(lock: &mut Lock, def: &TypeDef) {
    let arguments: Vec<String> = match &def.shape {
        Shape::Params(params) => {
            params.arguments.iter().map(|i| params.fields[*i].wire.clone()).collect()
        }
        _ => Vec::new(),
    };
    for origin in &def.origins {
        lock.record(origin.key(), &def.name, arguments.clone());
    }
}

fn owners(api: &Api) -> BTreeMap<String, TypeId> {
    let is_component = |id: &TypeId| api.get(*id).origins[0].path.is_empty();
    api.ids()
        .filter(is_component)
        .map(|id| (api.get(id).origins[0].root.clone(), id))
        .collect()
}

fn senders(api: &Api) -> BTreeMap<String, usize> {
    let mut senders = BTreeMap::new();
    for (place, operation) in api.operations.iter().enumerate() {
        for origin in operation.params.iter().flat_map(|id| &api.get(*id).origins) {
            senders.entry(origin.root.clone()).or_insert(place);
        }
    }
    senders
}

/// The first operation of an accessor, or of one that hangs on it.
fn first_operation(api: &Api, index: usize) -> Option<&Operation> {
    let below = (index..api.accessors.len()).filter(|a| is_below(api, *a, index));
    let mut operations = below.filter_map(|a| api.accessors[a].operations.first());
    operations.next().map(|i| &api.operations[*i])
}

/// Whether an accessor is another one or hangs on it.
fn is_below(api: &Api, at: usize, root: usize) -> bool {
    at == root
        || api.accessors[at].parent.is_some_and(|parent| is_below(api, parent, root))
}

/// `["a", "b", "c"]` → `C`, `BC`, `ABC`.
fn proposals(words: &[String]) -> impl Iterator<Item = String> {
    (0..words.len()).rev().map(|from| ident::camel(&words[from..].join("_")))
}

/// How many steps lead from an operation to each type.
fn distances(api: &Api) -> Vec<usize> {
    let mut distances = vec![usize::MAX; api.types.len()];
    let roots = api
        .operations
        .iter()
        .flat_map(|o| o.response.named().into_iter().chain(o.params));
    let mut pending: VecDeque<(TypeId, usize)> = roots.map(|id| (id, 0)).collect();
    while let Some((id, distance)) = pending.pop_front() {
        if distances[id.0] == usize::MAX {
            distances[id.0] = distance;
            pending.extend(
                parts(&api.get(id).shape).into_iter().map(|part| (part, distance + 1)),
            );
        }
    }
    distances
}
