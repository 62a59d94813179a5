//! Assigns types to files.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::Features;
use super::ident;
use super::names::{Names, TypeName};
use crate::model::{Api, Shape, TypeId};

/// The file of the reference types of a module.
const REFERENCES: &str = "references";

/// The files of types and accessors in their modules, without extension: private modules
/// that the module re-exports.
#[derive(Debug)]
pub(super) struct Files {
    /// The files, by type.
    pub(super) types: Vec<String>,
    /// The files, by node.
    pub(super) accessors: Vec<String>,
}

/// Module and file.
type Taken = BTreeSet<(String, String)>;

/// Assigns every type and accessor to a file with its name. A file must not have the
/// name of its module. `features` are those of the types: a file is compiled as a whole.
pub(super) fn assign(api: &Api, names: &Names, features: &[Features]) -> Files {
    let mut taken = taken(names);
    let of_type = |(def, name): (&crate::model::TypeDef, &TypeName)| match def.shape {
        // Reference types are too small for files of their own.
        Shape::Reference(_) => free(&taken, &name.module, REFERENCES.to_owned()),
        _ => file(&taken, name, "object"),
    };
    let mut types: Vec<String> =
        api.types.iter().zip(&names.types).map(of_type).collect();
    // Accessors have files of their own, even if the name of a type leads to the same
    // file name.
    let modules = names.types.iter().map(|name| name.module.clone());
    taken.extend(modules.zip(types.iter().cloned()));
    let accessors = names.accessors.iter();
    let accessors: Vec<String> =
        accessors.map(|name| file(&taken, name, "operations")).collect();
    let modules = names.accessors.iter().map(|name| name.module.clone());
    taken.extend(modules.zip(accessors.iter().cloned()));
    let homes = homes(api, names, features);
    let others = api.ids().filter(|id| !homes.contains_key(&id.0));
    separate(others, names, features, &taken, &mut types);
    for (part, home) in homes {
        types[part] = types[home].clone();
    }
    Files { types, accessors }
}

/// Gives types that are compiled with other features than those in their file another file.
fn separate(
    ids: impl Iterator<Item = TypeId>,
    names: &Names,
    features: &[Features],
    taken: &Taken,
    files: &mut [String],
) {
    let mut used: BTreeMap<(&str, String), &Features> = BTreeMap::new();
    for id in ids {
        let module = names.of(id).module.as_str();
        let own = &features[id.0];
        let mut file = files[id.0].clone();
        while used.get(&(module, file.clone())).is_some_and(|other| *other != own) {
            file = free(taken, module, file + "_");
        }
        used.insert((module, file.clone()), own);
        files[id.0] = file;
    }
}

fn file(taken: &Taken, name: &TypeName, inception: &str) -> String {
    let mut file = ident::file(name.ident.as_str());
    // The folder name already says so.
    if name.module.ends_with("::params")
        && let Some(short) = file.strip_suffix("_params")
    {
        file.truncate(short.len());
    }
    if name.module.rsplit("::").next() == Some(&file) {
        inception.clone_into(&mut file);
    }
    free(taken, &name.module, file)
}

fn free(taken: &Taken, module: &str, mut file: String) -> String {
    while taken.contains(&(module.to_owned(), file.clone())) {
        file.push('_');
    }
    file
}

/// Returns the files and modules that already exist, with their parent modules.
fn taken(names: &Names) -> Taken {
    let mut taken = BTreeSet::new();
    for module in names.types.iter().chain(&names.accessors).map(|name| &name.module) {
        let mut path = module.as_str();
        while let Some((parent, child)) = path.rsplit_once("::") {
            taken.insert((parent.to_owned(), child.to_owned()));
            path = parent;
        }
        for file in ident::RESERVED_FILES {
            taken.insert((module.clone(), (*file).to_owned()));
        }
    }
    taken
}

/// Returns the objects in whose files enums are: the first one that uses an enum and has the same
/// features.
fn homes(api: &Api, names: &Names, features: &[Features]) -> BTreeMap<usize, usize> {
    let mut homes = BTreeMap::new();
    for id in api.ids() {
        for part in api.get(id).shape.parts() {
            let is_near = names.of(part).module == names.of(id).module
                && features[part.0] == features[id.0];
            if is_near && matches!(api.get(part).shape, Shape::Enum(_)) {
                homes.entry(part.0).or_insert(id.0);
            }
        }
    }
    homes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Received;
    use crate::testing::{field, path, sent};

    /// Assigns the types of a crate without groups.
    fn assigned(api: &Api, names: &Names) -> Files {
        assign(api, names, &vec![Features::default(); api.types.len()])
    }

    #[test]
    fn types_have_a_file_of_their_name_but_not_of_their_module() {
        let mut api = Api::empty();
        let names = [
            "boat::Boat",
            "boat::MainSail",
            "boat::params::CreateBoat",
            "boat::params::SailParams",
            "boat::Codec",
            "boat::OarRef",
        ];
        let create = api.operation("POST /v1/boats", Received::String);
        api.object("boat", []);
        api.object("boat:main_sail", []);
        api.params(create, "", []);
        api.params(create, "sail", []);
        api.object("boat:codec", []);
        api.reference("oar", None);
        let files = assigned(&api, &Names::given(&names, &[]));
        let expected =
            ["object", "main_sail", "create_boat", "sail", "codec_", "references"];
        assert_eq!(files.types, expected);
    }

    #[test]
    fn accessors_and_modules_have_files_of_their_own() {
        let mut api = Api::empty();
        api.object("harbour:boats", []);
        api.object("harbour:pier", []);
        api.object("harbour:pier.boat", []);
        let names = Names::given(
            &["port::Boats", "port::Pier", "port::pier::Boat"],
            &["port::Boats", "port::Port"],
        );
        let files = assigned(&api, &names);
        assert_eq!(files.types, ["boats", "pier_", "boat"]);
        assert_eq!(files.accessors, ["boats_", "operations"]);
    }

    #[test]
    fn a_file_is_compiled_as_a_whole() {
        let mut api = Api::empty();
        let create = api.operation("POST /v1/boats", Received::String);
        let colour = api.choice(path("boat:colour"), &["red"]);
        api.object("boat:sail", [field("colour", Received::Named(colour))]);
        api.params(create, "sail", []);
        api.params(create, "sail_params", []);
        let names = Names::given(
            &[
                "boat::Colour",
                "boat::Sail",
                "boat::params::Sail",
                "boat::params::SailParams",
            ],
            &[],
        );
        let together = assigned(&api, &names).types;
        assert_eq!(together, ["sail", "sail", "sail", "sail"]);
        let features = [&["a", "b"][..], &["a"], &["a"], &["b"]].map(Features::of);
        let apart = assign(&api, &names, &features).types;
        assert_eq!(apart, ["colour", "sail", "sail", "sail_"]);
    }

    #[test]
    fn enums_are_beside_the_first_object_of_their_module() {
        let mut api = Api::empty();
        let create = api.operation("POST /v1/boats", Received::String);
        let colour = api.choice(path("boat:colour"), &["red"]);
        let alone = api.choice(sent(create, "tint"), &["red"]);
        let used = |id| [field("colour", Received::Named(id))];
        api.object("boat:sail", used(colour));
        api.object("boat:mast", used(colour));
        api.object("oar", used(alone));
        let names =
            ["boat::Colour", "shared::Tint", "boat::Sail", "boat::Mast", "oar::Oar"];
        let files = assigned(&api, &Names::given(&names, &[]));
        assert_eq!(files.types[..2], ["sail", "tint"]);
    }
}
