//! What the API sends, for tests of programs that use the crate: the JSON of one object a type, in
//! two files. Everything in it follows from the document, and nothing from chance.

mod fill;
mod text;

use serde_json::Value;

use crate::dialect;
use crate::ir::{Api, Shape, TypeId};
use fill::{Extent, Filler};

/// The files, by their path below the module of samples.
pub(crate) fn files(api: &Api) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for sampled in &api.sampled {
        for (word, extent) in [("all", Extent::All), ("required", Extent::Required)] {
            let json = of(api, sampled.ty, extent);
            files.push((format!("{}.{word}.json", sampled.file), format!("{json:#}\n")));
        }
    }
    files
}

fn of(api: &Api, id: TypeId, extent: Extent) -> Value {
    let mut json = Filler::new(api).sample(id, extent);
    carry(api, id, extent, &mut json);
    json
}

/// Lets an event be of the first type in scope, and carry what such an event carries.
fn carry(api: &Api, id: TypeId, extent: Extent, json: &mut Value) {
    let Some(events) = api.events.as_ref().filter(|events| events.event == id) else {
        return;
    };
    let Some((kind, component)) = events.carried.first_key_value() else { return };
    if let Some(place) = json.get_mut(dialect::EVENT_TYPE) {
        *place = kind.as_str().into();
    }
    let Shape::Union(variants) = &api.get(events.object).shape else { return };
    let carried = variants.iter().find(|variant| variant.component == *component);
    let pointer = format!("/{}", dialect::EVENT_OBJECT_FIELD.replace('.', "/"));
    if let (Some(carried), Some(place)) = (carried, json.pointer_mut(&pointer)) {
        *place = Filler::new(api).sample(carried.ty, extent);
    }
}
