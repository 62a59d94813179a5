//! Determines where the next page begins, without I/O and independent of the type of the
//! items.

use crate::runtime::call::options::CallSpec;
use crate::runtime::call::request::Request;
use crate::runtime::http::message::Method;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Meta;

const FORWARD: &str = "starting_after";
const BACKWARD: &str = "ending_before";

/// The properties of a page that determine the next one.
pub(super) struct Ends<'a> {
    pub(super) first: Option<&'a str>,
    pub(super) last: Option<&'a str>,
    pub(super) has_more: bool,
}

/// The position in a list.
pub(super) struct Cursor {
    /// The request for the next page.
    spec: Box<CallSpec>,
    backward: bool,
    /// All cursors requested so far, sorted. A server that repeats a cursor must not cause
    /// an endless loop.
    seen: Vec<String>,
    next: Next,
}

enum Next {
    Fetch,
    Fail(Error),
    End,
}

impl Cursor {
    /// Starts with the first page of a request. If both cursors are set, the list is
    /// paged backwards.
    pub(super) fn new(spec: Box<CallSpec>) -> Self {
        let given = |name| {
            let extra = spec.options.extra.iter().find(|(key, _)| key == name);
            let extra = extra.map(|(_, value)| value.clone());
            extra.or_else(|| spec.request.text(name).map(str::to_owned))
        };
        let before = given(BACKWARD);
        let backward = before.is_some();
        let seen = before.or_else(|| given(FORWARD)).into_iter().collect();
        Self { spec, backward, seen, next: Next::Fetch }
    }

    /// Starts after a page with this path.
    pub(super) fn at(path: String) -> Self {
        Self::new(CallSpec::new(Request::raw(Method::Get, path)))
    }

    pub(super) const fn is_backward(&self) -> bool {
        self.backward
    }

    /// Returns the request for the next page, or the error that ends the list (once), or
    /// `None` at the end.
    pub(super) fn advance(&mut self) -> Option<Result<Box<CallSpec>, Error>> {
        match std::mem::replace(&mut self.next, Next::End) {
            Next::Fetch => Some(Ok(self.spec.clone())),
            Next::Fail(error) => Some(Err(error)),
            Next::End => None,
        }
    }

    pub(super) fn end(&mut self) {
        self.next = Next::End;
    }

    /// Records a page that arrived.
    pub(super) fn arrived(&mut self, ends: &Ends<'_>, meta: &Meta) {
        self.next = if ends.has_more {
            match self.turn(ends) {
                Ok(()) => Next::Fetch,
                Err(message) => {
                    Next::Fail(Error::invalid_response(message, meta.clone()))
                }
            }
        } else {
            Next::End
        };
    }

    fn turn(&mut self, ends: &Ends<'_>) -> Result<(), &'static str> {
        let (name, id) =
            if self.backward { (BACKWARD, ends.first) } else { (FORWARD, ends.last) };
        let id = id
            .filter(|id| !id.is_empty())
            .ok_or("the list has more pages, but its last page has no item with an id to go on from")?;
        match self.seen.binary_search_by(|known| known.as_str().cmp(id)) {
            Ok(_) => {
                return Err("the list has more pages, but leads back to an earlier one");
            }
            Err(place) => self.seen.insert(place, id.to_owned()),
        }
        self.spec.options.extra.retain(|(key, _)| key != name);
        self.spec.request.set_text(name, id);
        Ok(())
    }
}
