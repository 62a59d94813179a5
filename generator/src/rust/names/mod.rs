//! Names modules and types.
//!
//! A component is called as the module table says. Every other type is offered a list of names
//! built from the words of its path: first the shortest that says enough, then the same with its
//! parents in front. Types near the root of a resource choose first, and received types before
//! sent ones, which take the name of the received type at the same path. A name in the lock is
//! never reconsidered.

mod candidates;

use std::collections::{BTreeMap, VecDeque};

use self::candidates::Proposal;
use super::lock::Lock;
use super::module_table::ModuleTable;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::{Scope, Uniqueness};
use crate::model::calls as operations;
use crate::model::prune::parts;
use crate::model::twins::Twins;
use crate::model::{
    Api, Name, Operation, REFERENCE, RESPONSE, SchemaPath, Shape, TypeDef, TypeId,
};
use crate::rust::ident;

/// The module of types that belong to several modules.
const SHARED: &str = "shared";

/// Names all types and accessors.
pub(crate) fn run(api: &mut Api, scope: &Scope, lock: &mut Lock) -> Result<()> {
    let mut names = Names {
        scope,
        table: ModuleTable::new(&scope.modules),
        lock,
        owners: owners(api),
        senders: senders(api),
        taken: BTreeMap::new(),
        problems: Diagnostics::default(),
    };
    names.locked(api);
    names.components(api);
    names.fixed(api);
    names.accessors(api);
    names.others(api, |path| !path.is_sent());
    names.others(api, |_| true);
    names.operations(api);
    names.problems.into_result(())
}

struct Names<'a> {
    scope: &'a Scope,
    table: ModuleTable<'a>,
    lock: &'a mut Lock,
    /// Component → its type.
    owners: BTreeMap<String, TypeId>,
    /// Root of a sent type → the operation that sends it.
    senders: BTreeMap<String, usize>,
    /// Module and identifier → the module and path of the type with that name. The
    /// module of the key is the outermost one, or empty if names are unique in the whole crate.
    taken: BTreeMap<(String, String), (String, SchemaPath)>,
    problems: Diagnostics,
}

impl Names<'_> {
    /// Applies the names of the lock.
    fn locked(&mut self, api: &mut Api) {
        for def in &mut api.types {
            let locked =
                def.origins.iter().find_map(|origin| self.lock.name(&origin.key()));
            if let Some((module, ident)) = locked {
                self.take(def, &module, &ident);
            }
        }
    }

    /// Names components, and the references to them.
    fn components(&mut self, api: &mut Api) {
        for def in &mut api.types {
            let path = &def.origins[0];
            if !def.name.ident.is_empty() {
                record(self.lock, def);
            } else if path.path.is_empty() && !path.is_sent() {
                let (module, ident) = self.table.name(&path.root);
                let ident = match self.is_taken_elsewhere(&module, &ident) {
                    true => candidates::in_module(&module, &ident),
                    false => ident,
                };
                self.take(def, &module, &ident);
            } else if path.path == REFERENCE {
                let (module, ident) = self.table.name(&path.root);
                self.take(def, &module, &format!("{ident}Ref"));
            }
        }
    }

    /// Applies the names of the scope.
    fn fixed(&mut self, api: &mut Api) {
        for id in api.ids() {
            let def = api.get(id);
            if !def.name.ident.is_empty() {
                continue;
            }
            let keys = def.origins.iter().map(SchemaPath::key);
            let name = keys.filter_map(|key| self.scope.names.get(&key)).next();
            if let Some(name) = name.cloned() {
                let module = self.module_of(api, def);
                self.take(&mut api.types[id.0], &module, &name);
            }
        }
    }

    /// Names accessors after their path, in the module of their component.
    fn accessors(&mut self, api: &mut Api) {
        for index in 0..api.accessors.len() {
            let segments = operations::segments(api, index);
            let key = format!("/{}", segments.join("/"));
            let locked = self.lock.name(&key);
            let module = self.accessor_module(api, index);
            let (module, ident) = locked.unwrap_or_else(|| {
                let free = |name: &String| self.is_free(&module, name);
                let words = ident::letter_first(ident::camel(&segments.join("_")));
                let ident = Some(words.clone()).filter(free);
                (module.clone(), ident.unwrap_or_else(|| format!("{words}Api")))
            });
            let origin = Self::place(api, index);
            if let Some(other) = self.occupy(&module, &ident, &origin) {
                self.problems.push(collision(&origin, &other, &module, &ident));
            }
            let name = Name { module, file: String::new(), ident };
            self.lock.record(key, &name, Vec::new());
            api.accessors[index].name = name;
        }
    }

    /// Names all other types in batches: those near an operation first and, of types
    /// that are sent, those of the first operation.
    fn others(&mut self, api: &mut Api, choose: impl Fn(&SchemaPath) -> bool) {
        let distances = distances(api);
        let twins = Twins::of(api);
        let mut batches: BTreeMap<(usize, usize), Vec<TypeId>> = BTreeMap::new();
        for id in api.ids() {
            let def = api.get(id);
            if def.name.ident.is_empty() && choose(&def.origins[0]) {
                let batch = (distances[id.0], self.order(def));
                batches.entry(batch).or_default().push(id);
            }
        }
        for batch in batches.into_values() {
            let mut proposals: Vec<Proposal> = batch
                .iter()
                .map(|id| self.proposal(api, api.get(*id), &twins))
                .collect();
            candidates::settle(&mut proposals, |module, name| {
                self.is_free(module, name)
            });
            for (id, proposal) in batch.iter().zip(proposals) {
                self.take(&mut api.types[id.0], &proposal.module, proposal.name());
            }
        }
    }

    fn proposal(&self, api: &Api, def: &TypeDef, twins: &Twins) -> Proposal {
        let module = self.module_of(api, def);
        let path = &def.origins[0];
        let words = self.words(api, path);
        match &def.shape {
            Shape::Enum(set) => {
                let is_received = def.origins.iter().any(|path| !path.is_sent());
                let paths = def.origins.iter().filter(|p| !is_received || !p.is_sent());
                let plain = |path: &SchemaPath| {
                    let words = self.words(api, path);
                    if path.is_sent() { candidates::without_verb(&words) } else { words }
                };
                let paths: Vec<Vec<String>> = paths.map(plain).collect();
                Proposal::of_enum(module, &paths, &words, set, &path.path)
            }
            Shape::Params(_) if path.path.is_empty() => {
                Proposal::of_operation(module, &words)
            }
            Shape::Params(_) => {
                let twin = twins.of_path(path).map(|id| api.get(id).name.ident.as_str());
                let verb = path.root.rsplit(['#', '.']).next().unwrap_or_default();
                Proposal::of_params(module, &words, twin.filter(|t| !t.is_empty()), verb)
            }
            Shape::Reference(_) => Proposal::of_reference(module, &words),
            Shape::Object(_) | Shape::Union(_) => {
                Proposal::of_object(module, &words, &path.path)
            }
        }
    }

    /// Returns the position of the operation that sends a type; received types come
    /// first.
    fn order(&self, def: &TypeDef) -> usize {
        self.senders.get(&def.origins[0].root).map_or(0, |place| place + 1)
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

    /// Returns the module of a type that is not a component: that of its components, and
    /// `params` in it if only requests use the type.
    fn module_of(&self, api: &Api, def: &TypeDef) -> String {
        let mut modules: Vec<String> = def
            .origins
            .iter()
            .map(|path| self.component_module(api, path.component()))
            .collect();
        modules.sort();
        modules.dedup();
        let module = match modules.as_slice() {
            [only] => only,
            _ => SHARED,
        };
        if def.origins.iter().all(SchemaPath::is_sent) {
            format!("{module}::params")
        } else {
            module.to_owned()
        }
    }

    fn component_module(&self, api: &Api, component: &str) -> String {
        match self.owners.get(component).map(|id| &api.get(*id).name.module) {
            Some(module) if !module.is_empty() => module.clone(),
            _ => self.table.name(component).0,
        }
    }

    /// Returns the words of a path: those of its owner, then those of its steps.
    fn words(&self, api: &Api, path: &SchemaPath) -> Vec<String> {
        let mut words = self.owner_words(api, path);
        for step in path.path.split('.').filter(|s| !s.is_empty()) {
            let step = step.strip_suffix(REFERENCE).unwrap_or(step);
            let is_plural = step.ends_with(['}', ']']);
            let step = step
                .trim_start_matches(RESPONSE)
                .trim_end_matches("[]")
                .trim_end_matches("{}");
            words.push(if is_plural { ident::singular(step) } else { step.to_owned() });
        }
        words
    }

    /// Returns the name of the component or, for types that are sent, the verb and the
    /// noun of the operation.
    fn owner_words(&self, api: &Api, path: &SchemaPath) -> Vec<String> {
        let noun = match self.owners.get(path.component()) {
            Some(id) => api.get(*id).name.ident.clone(),
            None => ident::camel(path.component()),
        };
        let Some((component, call)) = path.root.split_once('#') else {
            // `KlarnaOptions` and `currency` become `KlarnaCurrency`.
            let noun = match noun.strip_suffix("Options") {
                Some(rest) if !rest.is_empty() && !path.path.is_empty() => {
                    rest.to_owned()
                }
                _ => noun,
            };
            return vec![noun];
        };
        let mut words = vec![ident::camel(component)];
        words.extend(call.split('.').map(str::to_owned));
        let method = words.pop().unwrap_or_default();
        words.push(match method.split_once('_') {
            Some(("list", what)) => format!("List{noun}{}", ident::camel(what)),
            _ if method == "list" => {
                format!("List{}", self.plural(api, &path.root, &noun))
            }
            _ => format!("{}{noun}", ident::camel(&method)),
        });
        words
    }

    /// Returns the plural of a resource, as spelled by the segment of its accessor.
    fn plural(&self, api: &Api, root: &str, noun: &str) -> String {
        let sender = self.senders.get(root);
        let accessor = api
            .accessors
            .iter()
            .find(|a| sender.is_some_and(|i| a.operations.contains(i)));
        let Some(segment) = accessor.map(|accessor| accessor.segment.as_str()) else {
            return noun.to_owned();
        };
        match noun.strip_suffix(&ident::camel(&ident::singular(segment))) {
            Some(family) => format!("{family}{}", ident::camel(segment)),
            None => ident::camel(segment),
        }
    }

    /// Returns the module of the component of the accessor, or of the first accessor
    /// below it.
    fn accessor_module(&self, api: &Api, index: usize) -> String {
        let segment = &api.accessors[index].segment;
        let component = first_operation(api, index).map_or(segment, |o| &o.component);
        self.component_module(api, component)
    }

    /// Returns the position of an accessor: that of its first operation.
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
        ident::is_free(name) && !self.taken.contains_key(&self.slot(module, name))
    }

    /// Returns `true` if a type of another module has the name.
    fn is_taken_elsewhere(&self, module: &str, name: &str) -> bool {
        self.taken
            .get(&self.slot(module, name))
            .is_some_and(|(other, _)| other != module)
    }

    fn slot(&self, module: &str, ident: &str) -> (String, String) {
        let module = match self.scope.unique {
            Uniqueness::Crate => String::new(),
            // The module of what is sent re-exports what it takes from the module around it.
            Uniqueness::Module => module.split("::").next().unwrap_or(module).to_owned(),
        };
        (module, ident.to_owned())
    }

    /// Takes a name. Returns the type that already has it, if any.
    fn occupy(
        &mut self,
        module: &str,
        ident: &str,
        path: &SchemaPath,
    ) -> Option<SchemaPath> {
        let entry = (module.to_owned(), path.clone());
        self.taken.insert(self.slot(module, ident), entry).map(|(_, path)| path)
    }

    fn take(&mut self, def: &mut TypeDef, module: &str, ident: &str) {
        let path = def.origins[0].clone();
        if let Some(other) = self.occupy(module, ident, &path) {
            self.problems.push(collision(&path, &other, module, ident));
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
    Diagnostic::new(
        &origin.file,
        Place::Pointer(origin.pointer.clone()),
        format!(
            "duplicate type name `{module}::{ident}`; already used by #{}",
            other.pointer
        ),
    )
    .help(
        "rename one of them: in `modules` or `names` of the scope, or in the name lock",
    )
}

/// Sets the order of the arguments of `new`: the locked ones first, then new ones.
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

/// Returns the first operation of an accessor or of an accessor below it.
fn first_operation(api: &Api, index: usize) -> Option<&Operation> {
    let below = (index..api.accessors.len()).filter(|a| is_below(api, *a, index));
    let mut operations = below.filter_map(|a| api.accessors[a].operations.first());
    operations.next().map(|i| &api.operations[*i])
}

/// Returns `true` if an accessor is `root` or below it.
fn is_below(api: &Api, at: usize, root: usize) -> bool {
    at == root
        || api.accessors[at].parent.is_some_and(|parent| is_below(api, parent, root))
}

/// Returns the number of steps from an operation to each type.
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
