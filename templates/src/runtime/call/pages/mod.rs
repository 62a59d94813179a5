//! Iterates over lists page by page and item by item, in both directions.

mod blocking;
mod cursor;
mod stream;

use std::fmt;

use self::cursor::{Cursor, Ends};
use super::client::{Async, Client};
use super::{Call, CallFuture, Read, json};
use crate::runtime::decode::{Decode, HasId};
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::{Meta, Response};
use crate::runtime::values::list::List;

impl<T: HasId, M> Call<List<T>, M> {
    /// Returns the pages of this list. Each page is fetched on demand, with the same
    /// parameters and options.
    ///
    /// With `ending_before` they are fetched backwards; each page keeps the order in
    /// which the server sent its items.
    #[doc(alias = "paginate")]
    pub fn pages(self) -> Pages<T, M> {
        let (client, order, read) = self.into_parts();
        Pages { client, cursor: Cursor::new(order), read, ready: None, flight: None }
    }

    /// Returns the items of all pages, which are fetched on demand; with `ending_before`
    /// in reverse order.
    ///
    /// `limit` is the size of a page, not the total number of items.
    #[doc(alias = "auto_paging")]
    #[doc(alias = "autopaging")]
    #[doc(alias = "paginate")]
    pub fn items(self) -> Items<T, M> {
        self.pages().items()
    }
}

/// The pages of a list.
///
/// An error is returned once and ends the iteration. For the asynchronous client this is
/// a `Stream`, with [`Pages::next`] for use without stream extensions; for the blocking
/// client it is an `Iterator`.
#[must_use = "pages are fetched only when they are asked for"]
pub struct Pages<T, M = Async> {
    client: Client<M>,
    cursor: Cursor,
    read: Read<List<T>>,
    /// A page that was fetched before.
    ready: Option<List<T>>,
    /// The call for the next page, while it is in flight.
    flight: Option<CallFuture<List<T>>>,
}

impl<M> Client<M> {
    /// Returns the pages of a list inside an object: first this one, then those that
    /// follow, fetched from the URL of the list. For a list that was requested with
    /// filters use [`Call::pages`], which repeats the filters.
    ///
    /// The pages are requested with the settings of this client. If the object was
    /// requested for another account or API version, use a client with the same
    /// settings, for example from [`Client::with_account`].
    pub fn pages<T: Decode>(&self, list: List<T>) -> Pages<T, M> {
        Pages::resume(self.clone(), list)
    }
}

impl<T: Decode, M> Pages<T, M> {
    /// Continues after a page that was fetched before.
    fn resume(client: Client<M>, list: List<T>) -> Self {
        let cursor = Cursor::at(list.url.clone());
        let read = json;
        Self { client, cursor, read, ready: Some(list), flight: None }
    }
}

impl<T, M> Pages<T, M> {
    /// Returns the items of these pages, in reverse order if the pages are fetched
    /// backwards.
    pub fn items(self) -> Items<T, M> {
        Items { pages: self, buffer: Vec::new().into_iter(), last_id: None }
    }
}

impl<T: HasId, M> Pages<T, M> {
    /// Returns the page that was fetched before, or the call for the next one.
    fn step(&mut self) -> Step<T, M> {
        if let Some(list) = self.ready.take() {
            let page = Response::new(list, Meta::default());
            self.arrived(&page);
            return Step::Page(page);
        }
        match self.cursor.advance() {
            None => Step::End,
            Some(Err(error)) => Step::Failed(error),
            Some(Ok(order)) => {
                let client = self.client.clone();
                Step::Fetch(Call::with(client, order, self.read))
            }
        }
    }

    /// Determines where the next page begins.
    fn arrived(&mut self, page: &Response<List<T>>) {
        let ends = Ends {
            first: page.data.first().and_then(HasId::id),
            last: page.data.last().and_then(HasId::id),
            has_more: page.has_more,
        };
        self.cursor.arrived(&ends, page.meta());
    }

    fn landed(
        &mut self,
        page: Result<Response<List<T>>, Error>,
    ) -> Result<Response<List<T>>, Error> {
        match &page {
            Ok(page) => self.arrived(page),
            Err(_) => self.cursor.end(),
        }
        page
    }
}

enum Step<T, M> {
    Page(Response<List<T>>),
    Fetch(Call<List<T>, M>),
    Failed(Error),
    End,
}

/// The items of a list, over all its pages.
///
/// An error is returned once and ends the iteration. For the asynchronous client this is
/// a `Stream`, with [`Items::next`] for use without stream extensions; for the blocking
/// client it is an `Iterator`.
#[must_use = "items are fetched only when they are asked for"]
pub struct Items<T, M = Async> {
    pages: Pages<T, M>,
    buffer: std::vec::IntoIter<T>,
    last_id: Option<String>,
}

impl<T, M> Items<T, M> {
    /// Returns the id of the last item that was returned. To continue later, list again
    /// with this id as `starting_after` (or `ending_before`).
    #[must_use]
    pub fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }
}

impl<T: HasId, M> Items<T, M> {
    fn buffered(&mut self) -> Option<T> {
        let item = self.buffer.next()?;
        self.last_id = item.id().map(str::to_owned);
        Some(item)
    }

    fn refill(&mut self, page: Response<List<T>>) {
        let mut items = page.into_inner().data;
        if self.pages.cursor.is_backward() {
            items.reverse();
        }
        self.buffer = items.into_iter();
    }
}

impl<T, M> fmt::Debug for Pages<T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl<T, M> fmt::Debug for Items<T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("last_id", &self.last_id).finish_non_exhaustive()
    }
}
