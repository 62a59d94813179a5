//! Pages and items of the asynchronous client.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{Items, Pages, Step};
use crate::runtime::call::client::Async;
use crate::runtime::decode::HasId;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Response;
use crate::runtime::values::list::List;

type Page<T> = Result<Response<List<T>>, Error>;

impl<T: HasId> Pages<T, Async> {
    /// Returns the next page, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Page<T>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// Returns the next page, with the error as the outer `Result`.
    ///
    /// # Errors
    /// Returns an error if the page cannot be fetched.
    pub async fn try_next(&mut self) -> Result<Option<Response<List<T>>>, Error> {
        self.next().await.transpose()
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Page<T>>> {
        loop {
            if let Some(flight) = &mut self.flight {
                let page = ready!(Pin::new(flight).poll(cx));
                self.flight = None;
                return Poll::Ready(Some(self.landed(page)));
            }
            match self.step() {
                Step::Page(page) => return Poll::Ready(Some(Ok(page))),
                Step::Fetch(call) => self.flight = Some(call.send()),
                Step::Failed(error) => return Poll::Ready(Some(Err(error))),
                Step::End => return Poll::Ready(None),
            }
        }
    }
}

impl<T: HasId> Items<T, Async> {
    /// Returns the next item, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// Returns the next item, with the error as the outer `Result`.
    ///
    /// # Errors
    /// Returns an error if the page of the item cannot be fetched.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        self.next().await.transpose()
    }

    /// Returns the next items, at most `max`. There may be more: [`Items::next`]
    /// continues.
    ///
    /// # Errors
    /// Returns an error if a page cannot be fetched.
    pub async fn collect_at_most(&mut self, max: usize) -> Result<Vec<T>, Error> {
        let mut items = Vec::new();
        while items.len() < max {
            match self.try_next().await? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        Ok(items)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.buffered() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll(cx)) {
                Some(Ok(page)) => self.refill(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// A call in flight is boxed, so nothing needs to be pinned.
impl<T> Unpin for Pages<T, Async> {}
impl<T> Unpin for Items<T, Async> {}

impl<T: HasId> Stream for Pages<T, Async> {
    type Item = Page<T>;

    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

impl<T: HasId> Stream for Items<T, Async> {
    type Item = Result<T, Error>;

    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}
