//! Plans a crate: decides everything about it, one question at a time, and then puts the
//! answers beside the items of the API.

use std::collections::BTreeMap;

use super::files;
use super::groups;
use super::ident::Ident;
use super::links::{self, Docs};
use super::lock::Lock;
use super::members::{self, Members};
use super::names;
use super::pages;
use super::references;
use super::{
    Accessor, Crate, Expansion, Features, Field, Id, Object, Operation, Param, Params,
    Place, Reason, Shape, TypeDef, TypeName, Value, Variant, boxing, expansions,
    fixtures, ids, methods, prose,
};
use crate::diagnostic::{Diagnostics, Result};
use crate::input::scope::Scope;
use crate::model::{self, Api, Calls, OperationId, TypeId};

/// Plans a crate, and adds missing names to the lock.
///
/// # Errors
/// Returns an error if names in the document or the lock conflict, if an object contains
/// itself, or if a page is about something that does not exist.
pub fn plan(
    api: Api,
    scope: &Scope,
    book: &BTreeMap<String, String>,
    lock: &mut Lock,
) -> Result<Crate> {
    let methods = methods::assign(&api, lock)?;
    let names = names::assign(&api, scope, &methods, lock)?;
    let members = members::assign(&api, &names, lock)?;
    let arguments = arguments(&api)?;
    boxing::check(&api)?;
    let entries = methods::entries(&api);
    let pages = pages::assign(
        scope.inputs.book.as_deref().unwrap_or_default(),
        book,
        &methods::calls(&api.calls, &entries, &methods),
        &names,
    )?;
    let groups = groups::assign(&api, scope);
    let files = files::assign(&api, &names, &groups.types);
    let fixtures = fixtures::select(&api, &names, &files);
    let docs = links::write(&api, &names, &members);
    let mut references = references::find(&api, scope, &methods);
    let ids = ids::decide(&api);
    let parts: Vec<Parts> = members
        .into_iter()
        .zip(docs)
        .zip(names.arguments)
        .zip(ids)
        .zip(api.ids())
        .map(|((((members, docs), arguments), id), ty)| Parts {
            places: places(&api, ty),
            boxed: boxed(&api, ty),
            expansions: expansions::of(&api, ty),
            page: references.types.remove(&ty),
            members,
            docs,
            arguments,
            id,
        })
        .collect();
    let named = methods.into_iter().zip(arguments).zip(references.operations);
    let grouped = groups.operations.into_iter().zip(groups.parts);
    let operations =
        operations(api.operations, &api.calls, named.zip(grouped), &pages.guides);
    let named = names.accessors.into_iter().zip(files.accessors).zip(entries);
    let accessors = accessors(&api.calls, named.zip(groups.accessors));
    let named = names.types.into_iter().zip(names.reasons);
    let placed = files.types.into_iter().zip(groups.types);
    let types = api.types.into_iter().zip(named.zip(placed)).zip(parts);
    let types = types
        .map(|((def, (name, placed)), parts)| parts.type_def(name, placed, def.shape));
    Ok(Crate {
        types: types.collect(),
        version: api.version,
        digest: api.digest,
        file: api.file,
        accessors,
        operations,
        omitted: api.omitted,
        events: api.events,
        fixtures,
        groups: groups.groups,
        pages: pages.modules,
    })
}

/// Names the arguments of all operations.
fn arguments(api: &Api) -> Result<Vec<Vec<Ident>>> {
    let mut problems = Diagnostics::default();
    let all = api.operations.iter();
    let all = all.filter_map(|o| problems.record(members::arguments(api, o))).collect();
    problems.into_result(all)
}

fn places(api: &Api, id: TypeId) -> Vec<Place> {
    api.get(id).origins.iter().map(|origin| Place::new(api, origin)).collect()
}

fn boxed(api: &Api, id: TypeId) -> Vec<bool> {
    match &api.get(id).shape {
        model::Shape::Object(object) => {
            object.fields.iter().map(|field| boxing::is_boxed(api, field)).collect()
        }
        _ => Vec::new(),
    }
}

/// The name of an operation with those of its arguments, and its page.
type Named = ((Ident, Vec<Ident>), Option<String>);

fn operations(
    operations: Vec<model::Operation>,
    calls: &Calls,
    named: impl Iterator<Item = (Named, (Features, Option<String>))>,
    guides: &BTreeMap<usize, String>,
) -> Vec<Operation> {
    let operations = operations.into_iter().zip(named).enumerate();
    let operations = operations.map(|(index, (api, (named, (features, part))))| {
        let ((ident, ids), page) = named;
        let guide = guides.get(&index).map_or("", String::as_str);
        Operation {
            docs: docs_of(&api, guide, page.as_deref()),
            root: calls.action(OperationId(index)).root.clone(),
            api,
            ident,
            ids,
            features,
            part,
            page,
        }
    });
    operations.collect()
}

/// Returns the documentation of an operation: the description, how to use it, and the
/// route.
fn docs_of(operation: &model::Operation, guide: &str, page: Option<&str>) -> String {
    let mut route = format!("`{}`", operation.route());
    if let Some(page) = page {
        route.push_str(&format!(" · [API reference]({page})"));
    }
    let description = prose::markdown(&operation.docs);
    let parts = [description.trim(), guide, &route];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

fn accessors(
    calls: &Calls,
    named: impl Iterator<Item = (((TypeName, String), Ident), Features)>,
) -> Vec<Accessor> {
    let accessors = calls.nodes.iter().zip(named);
    let accessors =
        accessors.map(|(node, (((name, file), entry), features))| Accessor {
            segment: node.segment.clone(),
            entry,
            name,
            file,
            features,
            parent: node.parent,
            operations: node.operations.clone(),
        });
    accessors.collect()
}

/// The decisions about one type, which join its counterpart in the API.
struct Parts {
    places: Vec<Place>,
    page: Option<String>,
    members: Members,
    docs: Docs,
    arguments: Vec<usize>,
    boxed: Vec<bool>,
    id: Option<Id>,
    expansions: Vec<Expansion>,
}

impl Parts {
    fn type_def(
        self,
        (name, reason): (TypeName, Reason),
        (file, features): (String, Features),
        shape: model::Shape,
    ) -> TypeDef {
        let idents = self.members.names.into_iter();
        let docs = self.docs.members.into_iter();
        let shape =
            match shape {
                model::Shape::Object(object) => {
                    let fields = object.fields.into_iter().zip(idents).zip(docs);
                    let fields =
                        fields.zip(self.boxed).map(|(((api, ident), docs), boxed)| {
                            Field { api, ident, boxed, docs }
                        });
                    Shape::Object(Object {
                        fields: fields.collect(),
                        component: object.component,
                        is_resource: object.is_resource,
                        is_deleted: object.is_deleted,
                        tag: object.tag,
                        lenient: object.lenient,
                        id: self.id,
                        expansions: self.expansions,
                    })
                }
                model::Shape::Enum(values) => {
                    let values = values.into_iter().zip(idents).zip(docs);
                    let values = values.map(|((api, ident), docs)| Value {
                        wire: api.wire,
                        ident,
                        docs,
                        pointer: api.pointer,
                    });
                    Shape::Enum(values.collect())
                }
                model::Shape::Union(variants) => {
                    let variants = variants.into_iter().zip(idents);
                    let variants = variants.map(|(api, ident)| Variant { api, ident });
                    Shape::Union(variants.collect())
                }
                model::Shape::Reference(reference) => Shape::Reference(reference),
                model::Shape::Params(params) => {
                    let named = idents.zip(self.members.further);
                    let fields = params.into_iter().zip(named).zip(docs);
                    let fields = fields.map(|((api, (ident, further)), docs)| Param {
                        api,
                        ident,
                        further: further.setters,
                        clear: further.clear,
                        docs,
                    });
                    let fields = fields.collect();
                    Shape::Params(Params { fields, arguments: self.arguments })
                }
            };
        TypeDef {
            name,
            reason,
            file,
            features,
            origins: self.places,
            docs: self.docs.own,
            page: self.page,
            shape,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dump;
    use crate::model::{Received, Sent};
    use crate::testing::{field, optional, param, path, required};

    #[test]
    fn decisions_stand_beside_the_items_that_they_are_about() {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:colour"), &["red", "blue"]);
        let sail = api.object("boat:sail", []);
        let boat = api.object(
            "boat",
            [
                field("colour", Received::Named(colour)),
                field("id", Received::String),
                optional("sail", Received::Named(sail)),
            ],
        );
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        let further = vec![Sent::Integer];
        api.params(
            create,
            "",
            [
                model::Param { clearable: true, ..param("a", Sent::String) },
                model::Param { further, ..required("b", Sent::String) },
            ],
        );
        let text = dump::krate(&api.planned()).text(None).unwrap();
        let expected = [
            "field boats::Boat::colour = boat:colour (boats::BoatColour, required)",
            "field boats::Boat::sail = boat:sail (boats::BoatSail, optional, boxed)",
            "value boats::BoatColour::Red = red",
            "params boats::params::CreateBoat = boat#create (in boats/params/create_boat.rs, new(b))",
            "setter boats::params::CreateBoat::a = boat#create:a (String, optional, clearable)",
            "clear boats::params::CreateBoat::clear_a = boat#create:a",
            "setter boats::params::CreateBoat::b_integer = boat#create:b (Integer, required)",
            "fixture boats::Boat (in fixtures/boats/boat)",
        ];
        for line in expected {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }

    #[test]
    fn an_operation_is_described_with_its_route_its_page_and_its_guide() {
        let mut api = Api::empty();
        api.operation("GET /v1/boats", Received::String);
        api.operations[0].docs = "Returns all <b>boats</b>.".to_owned();
        let described = |guide, page| docs_of(&api.operations[0], guide, page);
        assert_eq!(described("", None), "Returns all **boats**.\n\n`GET /v1/boats`");
        let expected = "Returns all **boats**.\n\nAsk twice.\n\n`GET /v1/boats` · [API reference](https://x)";
        assert_eq!(described("Ask twice.", Some("https://x")), expected);
    }

    #[test]
    fn types_of_an_impossible_plan_are_faults() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("tender", Received::Named(TypeId(0)))]);
        api.operation("GET /v1/boats", Received::Named(boat));
        let result =
            plan(api, &Scope::default(), &BTreeMap::new(), &mut Lock::default());
        assert_eq!(crate::testing::faults(result), ["cycle of required properties"]);
    }
}
