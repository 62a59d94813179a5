//! One page of a list.

use std::{slice, vec};

use crate::runtime::decode::Need::{Lenient, Optional, Required};
use crate::runtime::decode::{
    self, Decode, DecodeErrorKind, MemberPlace, Place, Shape, Value,
};

/// One page of a list, as plain data. The client fetches further pages.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct List<T> {
    /// The objects of this page.
    pub data: Vec<T>,
    /// `true` if there are more items after these (or before these, when paging
    /// backwards).
    pub has_more: bool,
    /// The path of the list.
    pub url: String,
    /// The number of objects in all pages, if the API counts them.
    pub total_count: Option<i64>,
}

/// One page of search results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResult<T> {
    /// The objects of this page.
    pub data: Vec<T>,
    /// `true` if there are more results.
    pub has_more: bool,
    /// The path of the search.
    pub url: String,
    /// The value of the parameter `page` for the next page.
    pub next_page: Option<String>,
    /// The number of objects in all pages, if it was requested.
    pub total_count: Option<i64>,
}

const LIST: Shape = Shape::new(
    &["object", "data", "has_more", "url", "total_count"],
    &[Lenient, Required, Required, Required, Optional],
);

/// The value of `object` of search results, which are paged in another way than lists.
const SEARCH_RESULT: &str = "search_result";

const SEARCH: Shape = Shape::new(
    &["data", "has_more", "url", "next_page", "total_count"],
    &[Required, Required, Required, Optional, Optional],
);

impl<T: Decode> Place for List<T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let mut object: Option<String> = None;
        let Self { data, has_more, url, total_count } = self;
        let places: &mut [&mut dyn MemberPlace] =
            &mut [&mut object, data, has_more, url, total_count];
        decode::fill(value, &LIST, places)?;
        if object.as_deref() == Some(SEARCH_RESULT) {
            let found = "search results: read them as `SearchResult`";
            return Err(DecodeErrorKind::mismatch("a list", found));
        }
        Ok(())
    }
}

decode::blank!(<T: Decode> List<T> = Self { data: Vec::new(), has_more: false, url: String::new(), total_count: None });

impl<T: Decode> Place for SearchResult<T> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        let Self { data, has_more, url, next_page, total_count } = self;
        let places: &mut [&mut dyn MemberPlace] =
            &mut [data, has_more, url, next_page, total_count];
        decode::fill(value, &SEARCH, places)
    }
}

decode::blank!(<T: Decode> SearchResult<T> = Self {
    data: Vec::new(),
    has_more: false,
    url: String::new(),
    next_page: None,
    total_count: None,
});

decode::deserialize!(List<T>, SearchResult<T>);

macro_rules! items {
    ($($name:ident),+) => {$(
        impl<T> IntoIterator for $name<T> {
            type Item = T;
            type IntoIter = vec::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.into_iter()
            }
        }

        impl<'a, T> IntoIterator for &'a $name<T> {
            type Item = &'a T;
            type IntoIter = slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.iter()
            }
        }
    )+};
}
items!(List, SearchResult);
