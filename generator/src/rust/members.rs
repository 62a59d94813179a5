//! Names the members of types. Each name depends on its own word only, so it does not
//! change when others are added. Conflicts must be resolved in the document.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{
    Api, Enum, Operation, Param, Params, SchemaPath, Shape, Type, Variant,
};
use crate::rust::ident;

/// Names fields, setters, variants and arguments.
pub(crate) fn run(api: &mut Api) -> Result<()> {
    let names: Vec<String> =
        api.types.iter().map(|def| def.name.ident.clone()).collect();
    let mut problems = Diagnostics::default();
    for def in &mut api.types {
        let origin = &def.origins[0];
        match &mut def.shape {
            Shape::Object(object) => {
                for field in &mut object.fields {
                    field.ident = ident::field(&field.wire);
                }
                let fields = &object.fields;
                unique(
                    fields.iter().map(|f| (&f.ident, &f.pointer)),
                    origin,
                    &mut problems,
                );
            }
            Shape::Params(params) => {
                setters(params);
                let fields = &params.fields;
                unique(
                    fields.iter().map(|f| (&f.ident, &f.pointer)),
                    origin,
                    &mut problems,
                );
            }
            Shape::Enum(set) => {
                variants(set);
                let idents = set.values.iter().map(|v| (&v.ident, &origin.pointer));
                unique(idents, origin, &mut problems);
            }
            Shape::Union(variants) => {
                members(variants, &names);
                let idents = variants.iter().map(|v| (&v.ident, &origin.pointer));
                unique(idents, origin, &mut problems);
            }
            Shape::Reference(_) => {}
        }
    }
    for operation in &mut api.operations {
        arguments(operation, &mut problems);
    }
    problems.into_result(())
}

/// Names setters, then further forms and clearing methods, which must not conflict with
/// setters.
fn setters(params: &mut Params) {
    for param in &mut params.fields {
        param.ident = ident::setter(&param.wire);
    }
    let mut taken: BTreeSet<String> =
        params.fields.iter().map(|param| param.ident.clone()).collect();
    let mut free = |mut name: String| {
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        name
    };
    for Param { ident, further, clear, ty, clearable, .. } in &mut params.fields {
        if let Type::Choice(members) = ty {
            let others = members.iter().skip(1);
            *further = others.map(|ty| free(format!("{ident}_{}", ty.word()))).collect();
        }
        if *clearable {
            *clear = free(format!("clear_{}", ident.trim_matches('_')));
        }
    }
}

fn variants(set: &mut Enum) {
    let texts: Vec<&str> = set.values.iter().map(|v| v.wire.as_str()).collect();
    let idents = ident::variants(&texts);
    for (value, ident) in set.values.iter_mut().zip(idents) {
        value.ident = ident;
    }
}

/// Names members of a union like their types or, if types of several modules share a
/// name, like their components.
fn members(variants: &mut [Variant], names: &[String]) {
    let idents: BTreeSet<&String> = variants.iter().map(|v| &names[v.ty.0]).collect();
    let is_unique = idents.len() == variants.len();
    for variant in variants {
        variant.ident = if is_unique {
            names[variant.ty.0].clone()
        } else {
            ident::component(&ident::camel(&variant.component))
        };
    }
}

fn arguments(operation: &mut Operation, problems: &mut Diagnostics) {
    for id in &mut operation.ids {
        id.ident = ident::id(&id.wire);
    }
    let origin = SchemaPath {
        root: String::new(),
        path: String::new(),
        file: operation.file.clone(),
        pointer: operation.pointer.clone(),
    };
    unique(operation.ids.iter().map(|id| (&id.ident, &id.pointer)), &origin, problems);
}

/// Reports duplicate names with their positions.
fn unique<'a>(
    names: impl Iterator<Item = (&'a String, &'a String)>,
    owner: &SchemaPath,
    problems: &mut Diagnostics,
) {
    let mut seen: BTreeMap<&String, &String> = BTreeMap::new();
    for (name, pointer) in names {
        if let Some(other) = seen.insert(name, pointer) {
            let diagnostic = Diagnostic::new(
                &owner.file,
                Place::Pointer(pointer.clone()),
                format!("duplicate Rust name `{name}`; already used by #{other}"),
            )
            .help("remove one of the two with an overlay");
            problems.push(diagnostic);
        }
    }
}
