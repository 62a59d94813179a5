//! Compares the structures of sent types.

use std::collections::BTreeMap;

use super::{Api, Param, Sent, Shape, TypeId};

/// Numbers for the structures of sent types, without descriptions: equal structures have the
/// same number. Each structure is looked at once, however often it is used.
pub(super) struct Signatures<'a> {
    api: &'a Api,
    known: BTreeMap<String, usize>,
    done: BTreeMap<TypeId, usize>,
}

impl<'a> Signatures<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, known: BTreeMap::new(), done: BTreeMap::new() }
    }

    pub(super) fn of(&mut self, id: TypeId) -> usize {
        if let Some(known) = self.done.get(&id) {
            return *known;
        }
        let api = self.api;
        let text = match &api.get(id).shape {
            Shape::Params(params) => {
                let mut fields: Vec<String> =
                    params.iter().map(|param| self.param(param)).collect();
                fields.sort();
                fields.join(",")
            }
            _ => format!("#{}", id.0),
        };
        let next = self.known.len();
        let number = *self.known.entry(text).or_insert(next);
        self.done.insert(id, number);
        number
    }

    fn param(&mut self, param: &Param) -> String {
        let forms: Vec<String> = param.forms().map(|ty| self.ty(ty)).collect();
        format!(
            "{}:{}{}{}{}",
            param.wire,
            param.required,
            param.clearable,
            param.secret,
            forms.join("/")
        )
    }

    fn ty(&mut self, ty: &Sent) -> String {
        match ty {
            Sent::Named(id) => self.of(*id).to_string(),
            Sent::Array(of) => format!("[{}]", self.ty(of)),
            Sent::Map(of) => format!("<{}>", self.ty(of)),
            other => format!("{other:?}"),
        }
    }
}
