//! Tells where an item of the crate comes from: the place in the document, the overlays and the
//! rows of the scope that had an effect on it, what it became, and why it has its name.

mod describe;
mod find;
mod name;
mod origin;
mod text;

use crate::diagnostic::{Diagnostic, Place, Result, suggest};
use crate::input::Inputs;
use crate::openapi::overlay::Touch;
use crate::rust::Crate;
use crate::rust::lock::Lock;

pub use text::text;

/// The facts about one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The path of the item.
    pub item: String,
    /// The kind of item.
    pub kind: String,
    /// The facts, each with a label.
    pub facts: Vec<(&'static str, String)>,
}

/// Everything that explanations are taken from.
#[derive(Debug)]
pub struct Sources<'a> {
    /// The scope and the document.
    pub inputs: &'a Inputs,
    /// The changes that the overlays made.
    pub touches: &'a [Touch],
    /// The crate.
    pub krate: &'a Crate,
    /// The crate as the rules alone name it, if they can.
    pub unlocked: Option<&'a Crate>,
    /// The name lock.
    pub lock: &'a Lock,
}

/// Explains items by their names.
#[derive(Debug)]
pub struct Explainer<'a> {
    sources: &'a Sources<'a>,
    index: find::Index<'a>,
}

impl<'a> Explainer<'a> {
    /// Prepares explanations of the items of a crate.
    pub fn new(sources: &'a Sources<'a>) -> Self {
        Self { sources, index: find::Index::of(sources.krate) }
    }

    /// Explains all items that `name` stands for: a Rust path, a wire path, a component, a route
    /// or an event.
    ///
    /// # Errors
    /// Returns an error if there is no such item.
    pub fn explain(&self, name: &str) -> Result<Vec<Explanation>> {
        let plain = find::plain(name, &self.sources.inputs.scope.package.name);
        let found = self.index.find(plain);
        if found.is_empty() {
            let fault = format!("unknown name `{name}`");
            let help = suggest::help(plain, self.index.names(), FORMS);
            return Err(Diagnostic::new("NAME", Place::File, fault).help(help).into());
        }
        Ok(found.into_iter().map(|item| describe::item(self.sources, item)).collect())
    }
}

/// The forms of names.
const FORMS: &str = "write a Rust path such as `module::Type::field`, a wire path such as \
                     `component:property` or `component#create:parameter`, a component, or a \
                     route such as `GET /v1/things`";
