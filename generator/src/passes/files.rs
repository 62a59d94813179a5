//! Puts types into files.

use std::collections::{BTreeMap, BTreeSet};

use super::prune::parts;
use crate::ident;
use crate::ir::{Api, Name, Shape, TypeId};

/// The file of the references in a module.
const REFERENCES: &str = "references";

/// Chooses the file of every type and accessor: it is called like the type. A file called like its
/// module would be taken for the module.
pub(super) fn run(api: &mut Api) {
    let mut taken = taken(api);
    for def in &mut api.types {
        def.name.file = match def.shape {
            // They are too small for a file each.
            Shape::Reference(_) => free(&taken, &def.name.module, REFERENCES.to_owned()),
            _ => file(&taken, &def.name, "object"),
        };
    }
    // Accessors have files of their own, even beside a type whose name looks the same.
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
    // The folder says it already.
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

/// Files and modules that are there already, with the module that they stand in.
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

/// An enum stands in the file of the first object that uses it.
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
