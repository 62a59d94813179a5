//! Names modules and types.
//!
//! A resource is called as its component. A component that is a part of a resource is called as
//! the resource and the properties that lead to it, in the module of the resource. A row of the
//! module table takes precedence.
//!
//! Every other type is offered a list of names built from the words of its path. If names are
//! unique in the crate, these are the shortest that says enough, and then the same with its parents
//! in front; types near the root of a resource choose first. If names are unique in a module, the
//! name has the whole path, unless that is too long. Received types choose before sent ones, which
//! take the name of the received type at the same path. A name in the lock is never reconsidered.

mod candidates;
mod components;
mod reason;
mod words;

use std::collections::{BTreeMap, VecDeque};

use self::candidates::{Proposal, Style};
pub use self::reason::{Obstacle, Reason, Refused, Rule};
use super::ident::{self, Ident};
use super::lock::Lock;
use super::module_table::ModuleTable;
use super::modules::{self, Modules};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::{Scope, Uniqueness};
use crate::model::owners::Owners;
use crate::model::twins::Twins;
use crate::model::{
    Api, OperationId, Origin, Param, Root, SchemaPath, Shape, TypeDef, TypeId,
};

/// The help for two types of one name.
const RENAME: &str =
    "rename one of them: in `modules` or `names` of the scope, or in the name lock";

/// The name of a type or an accessor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeName {
    /// The module below the crate's root, for example `checkout` or `checkout::params`.
    pub module: String,
    /// The identifier.
    pub ident: Ident,
}

/// The names of everything that the lock holds.
#[derive(Debug)]
pub(super) struct Names {
    /// The names of the types.
    pub(super) types: Vec<TypeName>,
    /// The reasons for the names of the types.
    pub(super) reasons: Vec<Reason>,
    /// The names of the accessors, by node.
    pub(super) accessors: Vec<TypeName>,
    /// The required parameters of each type, in the order of the arguments of `new`.
    pub(super) arguments: Vec<Vec<usize>>,
}

impl Names {
    /// Returns the name of a type.
    pub(super) fn of(&self, id: TypeId) -> &TypeName {
        &self.types[id.0]
    }
}

/// Names all types and accessors.
pub(super) fn assign(
    api: &Api,
    scope: &Scope,
    methods: &[Ident],
    lock: &mut Lock,
) -> Result<Names> {
    let owners = Owners::of(api, &scope.owners);
    let mut namer = Namer {
        api,
        scope,
        table: ModuleTable::new(&scope.modules),
        lock,
        modules: Modules::of(api, scope, &owners),
        owners: &owners,
        components: components(api),
        senders: senders(api),
        twins: Twins::of(api),
        words: BTreeMap::new(),
        named: vec![None; api.types.len()],
        reasons: vec![Reason::Lock; api.types.len()],
        taken: BTreeMap::new(),
        problems: Diagnostics::default(),
    };
    namer.locked();
    namer.components();
    namer.fixed();
    let accessors = namer.accessors();
    namer.others(|path| !path.is_sent());
    namer.others(|_| true);
    namer.record_methods(&accessors, methods);
    namer.finish(accessors)
}

struct Namer<'a> {
    api: &'a Api,
    scope: &'a Scope,
    table: ModuleTable<'a>,
    lock: &'a mut Lock,
    modules: Modules<'a>,
    owners: &'a Owners,
    /// Component → its type.
    components: BTreeMap<&'a str, TypeId>,
    /// The root of a sent type → the operation that sends it first.
    senders: BTreeMap<&'a str, OperationId>,
    twins: Twins,
    /// Component → the words of its name, if it is called as its path.
    words: BTreeMap<&'a str, Vec<String>>,
    /// The names so far.
    named: Vec<Option<TypeName>>,
    /// The reasons for them.
    reasons: Vec<Reason>,
    /// Module and identifier → the module and pointer of the type with that name. The
    /// module of the key is the outermost one, or empty if names are unique in the whole crate.
    taken: BTreeMap<(String, String), (String, String)>,
    problems: Diagnostics,
}

impl<'a> Namer<'a> {
    /// Applies the names of the lock.
    fn locked(&mut self) {
        for id in self.api.ids() {
            let mut origins = self.api.get(id).origins.iter();
            let locked =
                origins.find_map(|origin| self.lock.name(&self.api.key(&origin.path)));
            if let Some((module, ident)) = locked {
                self.take(id, &module, &ident, Reason::Lock);
            }
        }
    }

    /// Applies the names of the scope.
    fn fixed(&mut self) {
        for (id, _) in self.unnamed() {
            let def = self.api.get(id);
            let mut keys = def.origins.iter().map(|origin| self.api.key(&origin.path));
            let names = &self.scope.names;
            if let Some((key, name)) = keys.find_map(|key| names.get_key_value(&key)) {
                self.take(id, &self.module_of(def), name, Reason::Scope(key.clone()));
            }
        }
    }

    /// Names accessors after their path, in the module of their component.
    fn accessors(&mut self) -> Vec<TypeName> {
        (0..self.api.calls.nodes.len()).map(|index| self.accessor(index)).collect()
    }

    fn accessor(&mut self, index: usize) -> TypeName {
        let segments = self.api.calls.segments(index);
        let key = format!("/{}", segments.join("/"));
        let module = self.modules.of_accessor(index);
        let (module, name) = self.lock.name(&key).unwrap_or_else(|| {
            let words = ident::letter_first(ident::camel(&segments.join("_")));
            let name = match self.is_free(&module, &words) {
                true => words,
                false => format!("{words}Api"),
            };
            (module, name)
        });
        let first = self.api.calls.first_operation(index);
        let pointer = first.map(|id| self.api.operations[id.0].pointer.as_str());
        self.occupy(&module, &name, pointer.unwrap_or_default(), RENAME);
        let name = TypeName { module, ident: ident::type_name(&name) };
        self.lock.record(key, &name, Vec::new());
        name
    }

    /// Names all other types in batches: those with the whole path in their name first, then those
    /// near an operation and, of types that are sent, those of the first operation.
    fn others(&mut self, choose: impl Fn(&SchemaPath) -> bool) {
        let distances = distances(self.api);
        type Batch = (Vec<TypeId>, Vec<Proposal>);
        let mut batches: BTreeMap<(bool, usize, (usize, usize)), Batch> =
            BTreeMap::new();
        for (id, path) in self.unnamed() {
            if choose(path) {
                let proposal = self.proposal(self.api.get(id));
                let order = (proposal.is_shortened, distances[id.0], self.order(path));
                let (ids, proposals) = batches.entry(order).or_default();
                ids.push(id);
                proposals.push(proposal);
            }
        }
        for (ids, proposals) in batches.into_values() {
            self.settle(&ids, proposals, |_, refused| Reason::Rule(refused));
        }
    }

    /// Gives each type the best of its names that is free.
    fn settle(
        &mut self,
        ids: &[TypeId],
        mut proposals: Vec<Proposal>,
        reason: impl Fn(TypeId, Vec<Refused>) -> Reason,
    ) {
        candidates::settle(
            &mut proposals,
            |module, name| self.slot(module, name),
            |module, name| self.obstacle(module, name),
        );
        for (id, proposal) in ids.iter().zip(proposals) {
            let name = proposal.name().to_owned();
            self.take(*id, &proposal.module, &name, reason(*id, proposal.refused));
        }
    }

    fn proposal(&self, def: &TypeDef) -> Proposal {
        let style = self.style();
        let module = self.module_of(def);
        let path = &def.origins[0].path;
        let words = self.words(path);
        match &def.shape {
            Shape::Enum(values) => {
                let paths = self.plain_paths(def);
                Proposal::of_enum(module, style, &paths, &words, values, path)
            }
            Shape::Params(_) if path.steps.is_empty() => {
                Proposal::of_operation(module, self.names_of_operation(path), &words)
            }
            Shape::Params(_) => {
                let twin = self.twins.of_path(self.api, path);
                let twin = twin.and_then(|id| self.named[id.0].as_ref());
                let twin = twin.filter(|twin| self.is_at_hand(&twin.module, &module));
                let twin = twin.map(|twin| twin.ident.as_str());
                let paths = self.plain_paths(def);
                Proposal::of_params(module, style, &paths, &words, twin, self.verb(path))
            }
            Shape::Reference(_) => Proposal::of_reference(module, style, &words),
            Shape::Object(_) | Shape::Union(_) => {
                Proposal::of_object(module, style, &words, path)
            }
        }
    }

    /// Returns the words of the paths of a type without the verbs of operations. Received ones
    /// tell more than sent ones.
    fn plain_paths(&self, def: &TypeDef) -> Vec<Vec<String>> {
        let mut paths: Vec<Vec<String>> = Vec::new();
        for words in telling(def).map(|origin| self.plain_words(&origin.path)) {
            if !paths.contains(&words) {
                paths.push(words);
            }
        }
        paths
    }

    /// Returns `true` if a sent type of one module can be called as a received type of another:
    /// unless names are unique in the crate, that says nothing about a third module.
    fn is_at_hand(&self, received: &str, sent: &str) -> bool {
        let own = sent.strip_suffix("::params").unwrap_or(sent);
        self.scope.unique == Uniqueness::Crate
            || received == own
            || received == modules::SHARED
    }

    fn style(&self) -> Style<'a> {
        match self.scope.unique {
            Uniqueness::Crate => Style::Short,
            Uniqueness::Module => Style::Whole(&self.scope.brief),
        }
    }

    /// Returns the rank of the operation that sends a type: operations with short paths choose
    /// first, and received types before them.
    fn order(&self, path: &SchemaPath) -> (usize, usize) {
        self.senders
            .get(self.api.root(path))
            .map_or((0, 0), |id| (self.api.operations[id.0].segments().len(), id.0))
    }

    fn record_methods(&mut self, accessors: &[TypeName], methods: &[Ident]) {
        for (node, accessor) in self.api.calls.nodes.iter().zip(accessors) {
            for id in &node.operations {
                let TypeName { module, ident } = accessor;
                let path = format!("{module}::{ident}::{}", methods[id.0]);
                let key = self.api.operations[id.0].route();
                self.lock.record_path(key, path, Vec::new());
            }
        }
    }

    /// Returns the module of a type that is not a component: that of its component or operation,
    /// and `params` in it if only requests use the type.
    fn module_of(&self, def: &TypeDef) -> String {
        let modules: Vec<String> = telling(def)
            .map(|origin| match &origin.path.root {
                Root::Component(component) => self.component_module(component),
                Root::Request(id) | Root::Response(id) => self.modules.of_operation(*id),
            })
            .collect();
        // The same is sent to a resource in another group, too.
        let home = self.component_module(self.api.component(&def.origins[0].path));
        let module = match modules.contains(&home) && self.is_of_one_component(def) {
            true => home,
            false => modules::common(modules),
        };
        if def.origins.iter().all(|origin| origin.path.is_sent()) {
            format!("{module}::params")
        } else {
            module
        }
    }

    fn is_of_one_component(&self, def: &TypeDef) -> bool {
        let mut components = telling(def).map(|origin| self.api.component(&origin.path));
        let first = components.next();
        components.all(|component| Some(component) == first)
    }

    fn component_module(&self, component: &str) -> String {
        match self.component(component) {
            Some(name) => name.module.clone(),
            None => self.modules.of_component(component),
        }
    }

    /// Returns the name of a component.
    fn component(&self, component: &str) -> Option<&TypeName> {
        self.named[self.components.get(component)?.0].as_ref()
    }

    /// Returns the types without a name, with the paths that determine it.
    fn unnamed(&self) -> Vec<(TypeId, &'a SchemaPath)> {
        let api = self.api;
        let unnamed = api.ids().filter(|id| self.named[id.0].is_none());
        unnamed.map(|id| (id, &api.get(id).origins[0].path)).collect()
    }

    fn is_free(&self, module: &str, name: &str) -> bool {
        self.obstacle(module, name).is_none()
    }

    /// Returns what prevents a type from having a name.
    fn obstacle(&self, module: &str, name: &str) -> Option<Obstacle> {
        if !ident::is_free(name) {
            return Some(Obstacle::Reserved);
        }
        let (module, pointer) = self.taken.get(&self.slot(module, name))?;
        Some(Obstacle::Taken { module: module.clone(), pointer: pointer.clone() })
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

    /// Takes a name. Returns `false`, and reports the type that already has it, if there is one.
    fn occupy(&mut self, module: &str, ident: &str, pointer: &str, help: &str) -> bool {
        let entry = (module.to_owned(), pointer.to_owned());
        let Some((_, other)) = self.taken.insert(self.slot(module, ident), entry) else {
            return true;
        };
        let place = Place::Pointer(pointer.to_owned());
        let fault =
            format!("duplicate type name `{module}::{ident}`; already used by #{other}");
        self.problems.push(Diagnostic::new(&self.api.file, place, fault).help(help));
        false
    }

    /// Takes a name for a type.
    fn take(&mut self, id: TypeId, module: &str, ident: &str, reason: Reason) {
        self.occupy(module, ident, &self.api.get(id).origins[0].pointer, RENAME);
        self.assign(id, module, ident, reason);
    }

    /// Names a type.
    fn assign(&mut self, id: TypeId, module: &str, ident: &str, reason: Reason) {
        let origins = &self.api.get(id).origins;
        let name =
            TypeName { module: module.to_owned(), ident: ident::type_name(ident) };
        let arguments = self.arguments(id);
        let params = params(self.api, id);
        let arguments: Vec<String> =
            arguments.iter().map(|index| params[*index].wire.clone()).collect();
        for origin in origins {
            let key = self.api.key(&origin.path);
            self.lock.record(key, &name, arguments.clone());
        }
        self.named[id.0] = Some(name);
        self.reasons[id.0] = reason;
    }

    /// Returns the required parameters in the order of the arguments of `new`: the locked
    /// ones first, then new ones.
    fn arguments(&self, id: TypeId) -> Vec<usize> {
        let keys = self.api.get(id).origins.iter().map(|o| self.api.key(&o.path));
        let locked: Vec<String> =
            keys.flat_map(|key| self.lock.arguments(&key)).collect();
        let params = params(self.api, id);
        let mut required: Vec<usize> =
            (0..params.len()).filter(|index| params[*index].required).collect();
        required.sort_by_key(|index| {
            let place = locked.iter().position(|name| *name == params[*index].wire);
            place.unwrap_or(usize::MAX)
        });
        required
    }

    fn finish(self, accessors: Vec<TypeName>) -> Result<Names> {
        let arguments = self.api.ids().map(|id| self.arguments(id)).collect();
        let types: Option<Vec<TypeName>> = self.named.into_iter().collect();
        let types = self.problems.into_result(types)?;
        let types = types.ok_or_else(|| unnamed_type(&self.api.file))?;
        Ok(Names { types, reasons: self.reasons, accessors, arguments })
    }
}

fn unnamed_type(file: &str) -> Diagnostic {
    Diagnostic::new(file, Place::File, "a type has no name")
        .help("this is a bug in the generator; please report it with the document")
}

/// Returns the places that say most about a type: those where it is received, if there are any.
fn telling(def: &TypeDef) -> impl Iterator<Item = &Origin> {
    let is_received = def.origins.iter().any(|origin| !origin.path.is_sent());
    def.origins.iter().filter(move |origin| !(is_received && origin.path.is_sent()))
}

/// Returns the parameters of a sent type.
fn params(api: &Api, id: TypeId) -> &[Param] {
    match &api.get(id).shape {
        Shape::Params(params) => params,
        _ => &[],
    }
}

fn components(api: &Api) -> BTreeMap<&str, TypeId> {
    api.ids().filter_map(|id| Some((api.get(id).component()?, id))).collect()
}

fn senders(api: &Api) -> BTreeMap<&str, OperationId> {
    let mut senders = BTreeMap::new();
    for (id, operation) in api.operations() {
        for origin in operation.params.iter().flat_map(|id| &api.get(*id).origins) {
            senders.entry(api.root(&origin.path)).or_insert(id);
        }
    }
    senders
}

/// Returns the number of steps from an operation to each type.
fn distances(api: &Api) -> Vec<usize> {
    let mut distances = vec![usize::MAX; api.types.len()];
    let roots =
        api.operations.iter().flat_map(|o| o.response.id().into_iter().chain(o.params));
    let mut pending: VecDeque<(TypeId, usize)> = roots.map(|id| (id, 0)).collect();
    while let Some((id, distance)) = pending.pop_front() {
        if distances[id.0] == usize::MAX {
            distances[id.0] = distance;
            let parts = api.get(id).shape.parts();
            pending.extend(parts.into_iter().map(|part| (part, distance + 1)));
        }
    }
    distances
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::scope::ModuleRow;
    use crate::model::{Field, Received, Sent};
    use crate::rust::methods;
    use crate::testing::{array, faults, field, list, param, path, required, sent};

    impl Names {
        /// Returns names without a namer: `boats::Boat`.
        pub(in crate::rust) fn given(types: &[&str], accessors: &[&str]) -> Self {
            let name = |path: &&str| {
                let (module, ident) = path.rsplit_once("::").unwrap_or_default();
                TypeName { module: module.to_owned(), ident: ident::type_name(ident) }
            };
            Self {
                types: types.iter().map(name).collect(),
                accessors: accessors.iter().map(name).collect(),
                arguments: vec![Vec::new(); types.len()],
                reasons: vec![Reason::Lock; types.len()],
            }
        }
    }

    /// Returns the lines of the name lock, which has everything that is named.
    fn named(api: &Api, scope: &Scope, lock: &str) -> Result<Vec<String>> {
        let mut lock = Lock::read("names.lock", lock)?;
        let methods = methods::assign(api, &lock)?;
        assign(api, scope, &methods, &mut lock)?;
        let text = lock.text();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        Ok(lines.map(str::to_owned).collect())
    }

    #[track_caller]
    fn assert_named(api: &Api, scope: &Scope, lock: &str, expected: &[&str]) {
        let lines = named(api, scope, lock).unwrap();
        for line in expected {
            assert!(lines.contains(&(*line).to_owned()), "{line}: {lines:#?}");
        }
    }

    fn boat(api: &mut Api, fields: impl IntoIterator<Item = Field>) -> Received {
        let id = field("id", Received::String);
        Received::Named(api.object("boat", std::iter::once(id).chain(fields)))
    }

    #[test]
    fn everything_is_named_after_its_component_its_path_or_its_operation() {
        let mut api = Api::empty();
        let sail = api.object("boat:main_sail", []);
        let boat = boat(&mut api, [field("main_sail", Received::Named(sail))]);
        api.reference("boat", boat.id());
        api.operation("GET /v1/boats", list(boat.id().unwrap()));
        let create = api.operation("POST /v1/boats", boat);
        let inner = api.params(create, "main_sail", []);
        api.params(create, "", [param("main_sail", Sent::Named(inner))]);
        let expected = [
            "/boats = boats::Boats",
            "GET /v1/boats = boats::Boats::list",
            "POST /v1/boats = boats::Boats::create",
            "boat = boats::Boat",
            "boat#create = boats::params::CreateBoat",
            "boat#create:main_sail = boats::params::MainSailParams",
            "boat:@ref = boats::BoatRef",
            "boat:main_sail = boats::MainSail",
        ];
        assert_eq!(named(&api, &Scope::default(), "").unwrap(), expected);
    }

    #[test]
    fn names_of_the_lock_are_never_reconsidered() {
        let mut api = Api::empty();
        let sail = api.object("boat:rig.main_sail", []);
        let spare = api.object("boat:spare.main_sail", []);
        let boat = boat(
            &mut api,
            [field("a", Received::Named(sail)), field("b", Received::Named(spare))],
        );
        api.operation("GET /v1/boats/{boat}", boat);
        let alone = [
            "boat:rig.main_sail = boats::RigMainSail",
            "boat:spare.main_sail = boats::SpareMainSail",
        ];
        assert_named(&api, &Scope::default(), "", &alone);
        let lock = "boat:rig.main_sail = boats::MainSail\n/boats = boats::Fleet\n";
        let kept = [
            "boat:rig.main_sail = boats::MainSail",
            "boat:spare.main_sail = boats::SpareMainSail",
            "/boats = boats::Fleet",
            "GET /v1/boats/{boat} = boats::Fleet::retrieve",
        ];
        assert_named(&api, &Scope::default(), lock, &kept);
    }

    #[test]
    fn the_scope_names_modules_and_types() {
        let mut api = Api::empty();
        let sail = api.object("boat:sail", []);
        let boat = boat(&mut api, [field("sail", Received::Named(sail))]);
        api.operation("GET /v1/boats", boat);
        api.reference("sailor", None);
        let row = |pattern: &str, name: &str| ModuleRow {
            pattern: pattern.to_owned(),
            module: "port".to_owned(),
            name: name.to_owned(),
            drop: None,
        };
        let modules = vec![row("boat", "Vessel"), row("sailor", "Crew")];
        let names = BTreeMap::from([("boat:sail".to_owned(), "Canvas".to_owned())]);
        let scope = Scope { modules, names, ..Scope::default() };
        let expected = [
            "boat = port::Vessel",
            "boat:sail = port::Canvas",
            "sailor:@ref = port::CrewRef",
            "/boats = boats::Boats",
        ];
        assert_named(&api, &scope, "", &expected);
    }

    #[test]
    fn a_type_is_in_the_module_of_its_components() {
        let mut api = Api::empty();
        let boat = boat(&mut api, []);
        let create = api.operation("POST /v1/boats", boat);
        let places = [
            ("hull_colour", vec![sent(create, "hull_colour")]),
            ("deck_colour", vec![path("boat:deck_colour"), sent(create, "deck_colour")]),
            ("sail_colour", vec![path("boat:sail_colour"), path("oar:sail_colour")]),
        ];
        let mut params = Vec::new();
        for (wire, paths) in places {
            let id = api.choice(paths[0].clone(), &["red"]);
            let more = paths[1..].iter().cloned();
            let origins =
                more.map(|path| crate::model::Origin { path, pointer: String::new() });
            api.types[id.0].origins.extend(origins);
            params.push(param(wire, Sent::Named(id)));
        }
        api.params(create, "", params);
        let expected = [
            "boat#create:hull_colour = boats::params::HullColour",
            "boat:deck_colour = boats::DeckColour",
            "boat#create:deck_colour = boats::DeckColour",
            "boat:sail_colour = shared::SailColour",
        ];
        assert_named(&api, &Scope::default(), "", &expected);
    }

    #[test]
    fn components_that_differ_in_signs_only_have_two_names() {
        let mut api = Api::empty();
        let plain = api.object("boat_sail", [field("colour", Received::String)]);
        let resource = api.object("boat.sail", [field("id", Received::String)]);
        let fields = [("one", plain), ("other", resource)]
            .map(|(wire, id)| field(wire, Received::Named(id)));
        let boat = boat(&mut api, fields);
        api.operation("GET /v1/boats", boat);
        let expected = ["boat.sail = boats::BoatSail", "boat_sail = boats::BoatOne"];
        assert_named(&api, &Scope::default(), "", &expected);
    }

    #[test]
    fn two_types_of_one_name_are_a_fault() {
        let mut api = Api::empty();
        let sail = api.object("boat:sail", []);
        let boat = boat(&mut api, [field("sails", array(sail))]);
        api.operation("GET /v1/boats", boat);
        let lock = "boat = boats::Boat\nboat:sail = boats::Boat\n";
        let fault = "duplicate type name `boats::Boat`; already used by #/sail";
        assert_eq!(faults(named(&api, &Scope::default(), lock)), [fault]);
        let two = "boat = port::Boat\nboat:sail = boats::Boat\n";
        let scope = |unique| Scope { unique, ..Scope::default() };
        assert!(named(&api, &scope(Uniqueness::Crate), two).is_err());
        assert!(named(&api, &scope(Uniqueness::Module), two).is_ok());
    }

    #[test]
    fn arguments_of_new_keep_the_order_of_the_lock() {
        let mut api = Api::empty();
        let boat = boat(&mut api, []);
        let create = api.operation("POST /v1/boats", boat);
        let text = |wire| required(wire, Sent::String);
        api.params(
            create,
            "",
            [text("a"), text("b"), param("c", Sent::String), text("d")],
        );
        let line = |lock| {
            let lines = named(&api, &Scope::default(), lock).unwrap();
            lines.into_iter().find(|line| line.starts_with("boat#create =")).unwrap()
        };
        assert_eq!(line(""), "boat#create = boats::params::CreateBoat(a, b, d)");
        let lock = "boat#create = boats::params::NewBoat(b, c)\n";
        assert_eq!(line(lock), "boat#create = boats::params::NewBoat(b, a, d)");
    }
}
