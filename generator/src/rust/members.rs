//! Names the members of types. Each name depends on its own word only, so it does not
//! change when others are added. Conflicts must be resolved in the document or in the lock.

use std::collections::{BTreeMap, BTreeSet};

use super::ident::{self, Ident};
use super::lock::{self, Lock};
use super::names::Names;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{Api, Operation, Param, Sent, Shape, TypeDef, TypeId};
use crate::openapi::dialect;

/// The names of the members of a type, in the order of the members.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// The names of fields, setters, values or variants.
    pub(super) names: Vec<Ident>,
    /// The other methods of each parameter, if the members are parameters.
    pub(super) further: Vec<Further>,
}

/// The methods of a parameter in addition to its setter.
#[derive(Debug)]
pub(super) struct Further {
    /// The setters of other forms.
    pub(super) setters: Vec<Ident>,
    /// The method that clears the parameter, if it can be cleared.
    pub(super) clear: Option<Ident>,
}

/// Names fields, setters, values and variants.
pub(super) fn assign(api: &Api, names: &Names, lock: &Lock) -> Result<Vec<Members>> {
    let mut problems = Diagnostics::default();
    let all: Vec<Members> =
        api.ids().map(|id| members(api, api.get(id), names, lock)).collect();
    for (id, members) in api.ids().zip(&all) {
        let def = api.get(id);
        let pointers = pointers(&def.shape);
        let of_type = def.origins[0].pointer.as_str();
        let pointers = pointers.into_iter().map(|pointer| pointer.unwrap_or(of_type));
        let help = |index| help(api, id, names, index);
        check_unique(api, members.names.iter().zip(pointers), help, &mut problems);
    }
    problems.into_result(all)
}

fn members(api: &Api, def: &TypeDef, types: &Names, lock: &Lock) -> Members {
    let word = |wire: &str| {
        let mut keys = def.origins.iter().map(|o| api.key(&o.path.property(wire)));
        let locked = keys.find_map(|key| lock.member(&lock::member_key(&key)));
        locked.unwrap_or_else(|| wire.to_owned())
    };
    let names = match &def.shape {
        Shape::Object(object) => {
            object.fields.iter().map(|field| ident::field(&word(&field.wire))).collect()
        }
        Shape::Enum(values) => {
            let texts: Vec<&str> = values.iter().map(|v| v.wire.as_str()).collect();
            ident::variants(&texts)
        }
        Shape::Union(variants) => {
            let types: Vec<&Ident> =
                variants.iter().map(|v| &types.of(v.ty).ident).collect();
            let components: Vec<&str> =
                variants.iter().map(|v| v.component.as_str()).collect();
            ident::union_variants(&types, &components)
        }
        Shape::Reference(_) => Vec::new(),
        Shape::Params(params) => return setters(params, word),
    };
    Members { names, further: Vec::new() }
}

/// Returns the pointers of members that have one of their own.
fn pointers(shape: &Shape) -> Vec<Option<&str>> {
    match shape {
        Shape::Object(object) => {
            object.fields.iter().map(|f| Some(f.pointer.as_str())).collect()
        }
        Shape::Params(params) => {
            params.iter().map(|p| Some(p.pointer.as_str())).collect()
        }
        Shape::Enum(values) => vec![None; values.len()],
        Shape::Union(variants) => vec![None; variants.len()],
        Shape::Reference(_) => Vec::new(),
    }
}

/// Names setters, then further forms and clearing methods, which must not conflict with
/// setters.
fn setters(params: &[Param], word_of: impl Fn(&str) -> String) -> Members {
    let names: Vec<Ident> =
        params.iter().map(|param| ident::setter(&word_of(&param.wire))).collect();
    let mut taken: BTreeSet<Ident> = names.iter().cloned().collect();
    let mut further = Vec::new();
    for (param, name) in params.iter().zip(&names) {
        let setters = param.further.iter();
        let setters = setters.map(|ty| ident::further_setter(name, word(ty)));
        let setters = setters.map(|name| ident::free(&mut taken, name)).collect();
        let clear = param.clearable.then(|| ident::free(&mut taken, ident::clear(name)));
        further.push(Further { setters, clear });
    }
    Members { names, further }
}

/// Returns a word for the form of a value.
fn word(ty: &Sent) -> &'static str {
    match ty {
        Sent::String => "text",
        Sent::Integer => "integer",
        Sent::Number => "number",
        Sent::Boolean => "boolean",
        Sent::Decimal => "decimal",
        Sent::Timestamp => "timestamp",
        Sent::File => dialect::FILE,
        Sent::Range => "range",
        Sent::Named(_) => "value",
        Sent::Array(_) => "list",
        Sent::Map(_) => "object",
    }
}

/// The help for two members of one name that no lock can tell apart.
const REMOVE: &str = "remove one of the two with an overlay";

/// Tells how to tell a member from another one of the same name.
fn help(api: &Api, id: TypeId, types: &Names, index: usize) -> String {
    let def = api.get(id);
    let wire = match &def.shape {
        Shape::Object(object) => object.fields.get(index).map(|field| &field.wire),
        Shape::Params(params) => params.get(index).map(|param| &param.wire),
        _ => None,
    };
    let Some(wire) = wire else { return REMOVE.to_owned() };
    let key = lock::member_key(&api.key(&def.origins[0].path.property(wire)));
    let name = types.of(id);
    format!(
        "{REMOVE}, or give it another name in the name lock: `{key} = {}::{}::another_name`",
        name.module, name.ident
    )
}

/// Returns the names of the arguments for the parameters of an operation's path.
pub(super) fn arguments(api: &Api, operation: &Operation) -> Result<Vec<Ident>> {
    let mut problems = Diagnostics::default();
    let names: Vec<Ident> = operation.ids.iter().map(|id| ident::id(&id.wire)).collect();
    let pointers = operation.ids.iter().map(|id| id.pointer.as_str());
    let help = |_| REMOVE.to_owned();
    check_unique(api, names.iter().zip(pointers), help, &mut problems);
    problems.into_result(names)
}

/// Reports duplicate names with their positions.
fn check_unique<'a>(
    api: &Api,
    names: impl Iterator<Item = (&'a Ident, &'a str)>,
    help: impl Fn(usize) -> String,
    problems: &mut Diagnostics,
) {
    let mut seen: BTreeMap<&Ident, &str> = BTreeMap::new();
    for (index, (name, pointer)) in names.enumerate() {
        if let Some(other) = seen.insert(name, pointer) {
            let place = Place::Pointer(pointer.to_owned());
            let fault =
                format!("duplicate Rust name `{name}`; already used by #{other}");
            problems.push(Diagnostic::new(&api.file, place, fault).help(help(index)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn param(wire: &str, further: Vec<Sent>, clearable: bool) -> Param {
        Param {
            wire: wire.to_owned(),
            ty: Sent::String,
            further,
            required: false,
            clearable,
            secret: false,
            deprecated: false,
            docs: String::new(),
            pointer: String::new(),
        }
    }

    #[test]
    fn methods_do_not_hide_each_other() {
        let params = [
            param("items", vec![Sent::Integer], true),
            param("items_integer", Vec::new(), false),
            param("clear_items", Vec::new(), false),
            param("type", vec![Sent::Integer], true),
        ];
        let all = setters(&params, str::to_owned).further;
        assert_eq!(all[3].setters[0].as_str(), "type_integer");
        let further = &all[0];
        assert_eq!(further.setters[0].as_str(), "items_integer_");
        let clear = further.clear.as_ref().map(Ident::as_str);
        assert_eq!(clear, Some("clear_items_"));
    }

    use crate::model::Received;
    use crate::testing::{faults, field, path};

    #[test]
    fn two_members_of_one_name_are_a_fault() {
        let mut api = Api::empty();
        api.object(
            "boat",
            [field("main-sail", Received::String), field("main_sail", Received::String)],
        );
        let names = Names::given(&["boat::Boat"], &[]);
        let fault = "duplicate Rust name `main_sail`; already used by #/main-sail";
        let problems = assign(&api, &names, &Lock::default()).unwrap_err();
        assert!(
            problems
                .to_string()
                .contains("`boat:main_sail@name = boat::Boat::another_name`")
        );
        assert_eq!(faults(Err::<(), _>(problems)), [fault]);
    }

    #[test]
    fn a_line_in_the_lock_tells_two_members_apart() {
        let mut api = Api::empty();
        let fields = ["main-sail", "main_sail"];
        api.object("boat", fields.map(|wire| field(wire, Received::String)));
        let create = api.operation("POST /v1/boats", Received::String);
        api.params(create, "", fields.map(|wire| param(wire, Vec::new(), true)));
        let names = Names::given(&["boats::Boat", "boats::params::CreateBoat"], &[]);
        let key = api.key(&api.types[1].origins[0].path.property("main-sail"));
        let text = format!(
            "boat:main_sail@name = boats::Boat::great_sail\n\
             {key}@name = boats::params::CreateBoat::big_sail\n"
        );
        let lock = Lock::read("names.lock", &text).unwrap();
        let members = assign(&api, &names, &lock).unwrap();
        let names = members
            .iter()
            .map(|members| members.names.iter().map(Ident::as_str).collect::<Vec<_>>());
        let expected = [["main_sail", "great_sail"], ["big_sail", "main_sail"]];
        assert_eq!(names.collect::<Vec<_>>(), expected);
        assert_eq!(
            members[1].further[0].clear.as_ref().unwrap().as_str(),
            "clear_big_sail"
        );
    }

    #[test]
    fn members_are_named_by_their_own_words() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("type", Received::String)]);
        let oar = api.object("oar", []);
        api.union("boat:part", &[boat, oar]);
        api.choice(path("boat:colour"), &["dark_red", "blue"]);
        let names =
            Names::given(&["boat::Boat", "oar::Oar", "boat::Part", "boat::Colour"], &[]);
        let members = assign(&api, &names, &Lock::default()).unwrap();
        let names = |index: usize| -> Vec<&str> {
            members[index].names.iter().map(Ident::as_str).collect()
        };
        assert_eq!(names(0), ["type_"]);
        assert_eq!(names(2), ["Boat", "Oar"]);
        assert_eq!(names(3), ["DarkRed", "Blue"]);
    }

    #[test]
    fn arguments_do_not_have_the_name_of_the_parameters() {
        let mut api = Api::empty();
        api.operation("GET /v1/boats/{boat}/params/{params}", Received::String);
        let ids = arguments(&api, &api.operations[0]).unwrap();
        assert_eq!(
            ids.iter().map(Ident::as_str).collect::<Vec<_>>(),
            ["boat", "params_"]
        );
        api.operation("GET /v1/a/{a-b}/{a_b}", Received::String);
        assert_eq!(faults(arguments(&api, &api.operations[1])).len(), 1);
    }
}
