//! Assigns types to files.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::prune::parts;
use crate::model::{Api, Name, Shape, TypeId};
use crate::rust::ident;

/// The file of the reference types of a module.
const REFERENCES: &str = "references";

/// Assigns every type and accessor to a file with its name. A file must not have the
/// name of its module.
pub(crate) fn run(api: &mut Api) {
    let mut taken = taken(api);
    for def in &mut api.types {
        def.name.file = match def.shape {
            // Reference types are too small for files of their own.
            Shape::Reference(_) => free(&taken, &def.name.module, REFERENCES.to_owned()),
            _ => file(&taken, &def.name, "object"),
        };
    }
    // Accessors have files of their own, even if the name of a type leads to the same
    // file name.
    taken.extend(
        api.types.iter().map(|def| (def.name.module.clone(), def.name.file.clone())),
    );
    for accessor in &mut api.accessors {
        accessor.name.file = file(&taken, &accessor.name, "operations");
    }
    enums(api);
}

fn file(taken: &BTreeSet<(String, String)>, name: &Name, inception: &str) -> String {
    let mut file = ident::file(&name.ident);
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

fn free(taken: &BTreeSet<(String, String)>, module: &str, mut file: String) -> String {
    while taken.contains(&(module.to_owned(), file.clone())) {
        file.push('_');
    }
    file
}

/// Returns the files and modules that already exist, with their parent modules.
fn taken(api: &Api) -> BTreeSet<(String, String)> {
    let modules = api.types.iter().map(|def| &def.name.module);
    let modules = modules.chain(api.accessors.iter().map(|a| &a.name.module));
    let mut taken = BTreeSet::new();
    for module in modules {
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

/// Assigns enums to the file of the first object that uses them.
fn enums(api: &mut Api) {
    let mut homes: BTreeMap<TypeId, String> = BTreeMap::new();
    for id in api.ids() {
        let def = api.get(id);
        for part in parts(&def.shape) {
            let other = api.get(part);
            if matches!(other.shape, Shape::Enum(_))
                && other.name.module == def.name.module
            {
                homes.entry(part).or_insert_with(|| def.name.file.clone());
            }
        }
    }
    for (id, file) in homes {
        api.types[id.0].name.file = file;
    }
}
