//! Names operations by the shapes of their paths, and builds the tree of accessors.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::lower::root;
use crate::model::{Accessor, Api, Method, Name, Operation, Shape, Type};
use crate::rust::ident;
use crate::rust::lock::Lock;

/// Names all operations.
pub(crate) fn run(api: &mut Api, lock: &Lock) -> Result<()> {
    let places: Vec<Located> = {
        let shapes = Shapes::new(api);
        api.operations.iter().map(|operation| shapes.locate(operation)).collect()
    };
    for (index, (accessor, ident)) in places.into_iter().enumerate() {
        let at = accessor_at(api, &accessor);
        api.accessors[at].operations.push(index);
        let operation = &mut api.operations[index];
        operation.ident = lock.method(&key(operation)).unwrap_or(ident);
    }
    check_unique(api)?;
    set_components(api);
    set_roots(api);
    Ok(())
}

/// The segments of the accessor, and the name of the method.
type Located = (Vec<String>, String);

/// Returns the key of an operation in the name lock.
pub(crate) fn key(operation: &Operation) -> String {
    format!("{} {}", format!("{:?}", operation.method).to_uppercase(), operation.path)
}

/// The paths of the API, for questions about their shapes.
struct Shapes {
    paths: BTreeMap<String, Vec<(Method, bool)>>,
}

impl Shapes {
    fn new(api: &Api) -> Self {
        let mut paths: BTreeMap<String, Vec<(Method, bool)>> = BTreeMap::new();
        for operation in &api.operations {
            let is_list = matches!(operation.response, Type::List(_));
            paths
                .entry(operation.path.clone())
                .or_default()
                .push((operation.method, is_list));
        }
        Self { paths }
    }

    fn locate(&self, operation: &Operation) -> Located {
        let segments = operation.segments();
        let words: Vec<String> = segments
            .iter()
            .filter(|s| !is_parameter(s))
            .enumerate()
            .map(|(at, s)| if at == 0 { ident::entry(s) } else { ident::method(s) })
            .collect();
        let Some((last, before)) = segments.split_last() else {
            return (Vec::new(), "call".to_owned());
        };
        if is_parameter(last) {
            return (words, on_item(operation.method).to_owned());
        }
        let (word, parents) =
            words.split_last().map_or((String::new(), &[][..]), |(w, p)| (w.clone(), p));
        if let Type::SearchResult(_) = operation.response {
            return (parents.to_vec(), word);
        }
        let follows_parameter = before.last().is_some_and(|s| is_parameter(s));
        if self.is_action(&operation.path, follows_parameter) && !parents.is_empty() {
            return (parents.to_vec(), action(operation, &word));
        }
        (words, self.on_collection(operation).to_owned())
    }

    /// Returns `true` if the last word of the path is an action on the resource before
    /// it.
    fn is_action(&self, path: &str, follows_parameter: bool) -> bool {
        let alone = self.methods(path).len() == 1 && !self.has_children(path);
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        alone && (follows_parameter || self.paths.contains_key(parent))
    }

    fn on_collection(&self, operation: &Operation) -> &'static str {
        let methods = self.methods(&operation.path);
        let has_get = methods.iter().any(|(method, _)| *method == Method::Get);
        let has_list = methods.iter().any(|(_, is_list)| *is_list);
        match operation.method {
            Method::Get if matches!(operation.response, Type::List(_)) => "list",
            Method::Get => "retrieve",
            Method::Post
                if has_get && !has_list && !self.has_children(&operation.path) =>
            {
                "update"
            }
            Method::Post => "create",
            Method::Delete => "delete",
        }
    }

    fn methods(&self, path: &str) -> &[(Method, bool)] {
        self.paths.get(path).map_or(&[], Vec::as_slice)
    }

    fn has_children(&self, path: &str) -> bool {
        let prefix = format!("{path}/{{");
        self.paths
            .range(prefix.clone()..)
            .next()
            .is_some_and(|(next, _)| next.starts_with(&prefix))
    }
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

fn on_item(method: Method) -> &'static str {
    match method {
        Method::Get => "retrieve",
        Method::Post => "update",
        Method::Delete => "delete",
    }
}

fn action(operation: &Operation, word: &str) -> String {
    match (operation.method, &operation.response) {
        (Method::Get, Type::List(_)) => format!("list_{word}"),
        (Method::Get, _) => format!("retrieve_{word}"),
        (Method::Post, _) => word.to_owned(),
        (Method::Delete, _) => format!("delete_{word}"),
    }
}

/// Returns the accessor with these segments, and creates it and its parents if
/// necessary.
fn accessor_at(api: &mut Api, segments: &[String]) -> usize {
    let parent = match segments {
        [] | [_] => None,
        [before @ .., _] => Some(accessor_at(api, before)),
    };
    let segment = segments.last().cloned().unwrap_or_default();
    let known =
        api.accessors.iter().position(|a| a.segment == segment && a.parent == parent);
    known.unwrap_or_else(|| {
        api.accessors.push(Accessor {
            segment,
            name: Name::default(),
            parent,
            operations: Vec::new(),
        });
        api.accessors.len() - 1
    })
}

fn check_unique(api: &Api) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (index, accessor) in api.accessors.iter().enumerate() {
        let mut seen: BTreeMap<&str, &Operation> = BTreeMap::new();
        for child in api.accessors.iter().filter(|child| child.parent == Some(index)) {
            for operation in accessor.operations.iter().map(|i| &api.operations[*i]) {
                if operation.ident == child.segment {
                    problems.push(collision(
                        operation,
                        &format!("the accessor `{}`", child.segment),
                    ));
                }
            }
        }
        for operation in accessor.operations.iter().map(|i| &api.operations[*i]) {
            if let Some(other) = seen.insert(&operation.ident, operation) {
                problems.push(collision(operation, &format!("#{}", other.pointer)));
            }
        }
    }
    problems.into_result(())
}

fn collision(operation: &Operation, other: &str) -> Diagnostic {
    Diagnostic::new(
        &operation.file,
        Place::Pointer(operation.pointer.clone()),
        format!("duplicate method name `{}`; already used by {other}", operation.ident),
    )
    .help("rename one of them in the name lock, or remove its path from the scope")
}

/// Assigns operations to the component of their accessor.
fn set_components(api: &mut Api) {
    for accessor in &api.accessors {
        let about = ["retrieve", "create", "list", "update", "delete"];
        let by_name = |name: &&str| {
            accessor.operations.iter().find(|i| api.operations[**i].ident == **name)
        };
        let first = about.iter().find_map(by_name).or(accessor.operations.first());
        let component =
            first.and_then(|i| component_of(api, &api.operations[*i].response));
        for index in &accessor.operations {
            api.operations[*index].component =
                component.clone().unwrap_or_else(|| accessor.segment.clone());
        }
    }
}

fn component_of(api: &Api, ty: &Type) -> Option<String> {
    let id = ty.named().first().copied()?;
    match &api.get(id).shape {
        Shape::Object(object) => object.component.clone(),
        _ => Some(api.get(id).origins[0].component().to_owned()),
    }
}

/// Replaces the roots set during lowering with `component#method`. If two accessors
/// belong to one component, the later one is qualified with its segments.
fn set_roots(api: &mut Api) {
    let mut taken: Vec<String> = Vec::new();
    let mut roots: BTreeMap<String, String> = BTreeMap::new();
    for (index, accessor) in api.accessors.iter().enumerate() {
        for operation in accessor.operations.iter().map(|i| &api.operations[*i]) {
            let mut name = format!("{}#{}", operation.component, operation.ident);
            if taken.contains(&name) {
                name = format!(
                    "{}#{}.{}",
                    operation.component,
                    segments(api, index).join("."),
                    operation.ident
                );
            }
            taken.push(name.clone());
            roots.insert(root(operation.method, &operation.path), name);
        }
    }
    for origin in api.types.iter_mut().flat_map(|def| &mut def.origins) {
        if let Some(root) = roots.get(&origin.root) {
            origin.root.clone_from(root);
        }
    }
}

/// Returns the segments that lead to an accessor.
pub(crate) fn segments(api: &Api, index: usize) -> Vec<String> {
    let accessor = &api.accessors[index];
    let mut all =
        accessor.parent.map(|parent| segments(api, parent)).unwrap_or_default();
    all.push(accessor.segment.clone());
    all
}
