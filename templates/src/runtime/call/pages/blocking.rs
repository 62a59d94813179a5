//! Pages and items of the blocking client.

use super::{Items, Pages, Step};
use crate::runtime::call::client::Blocking;
use crate::runtime::decode::HasId;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Response;
use crate::runtime::values::list::List;

impl<T: HasId> Iterator for Pages<T, Blocking> {
    type Item = Result<Response<List<T>>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.step() {
            Step::Page(page) => Some(Ok(page)),
            Step::Fetch(call) => {
                let page = call.send();
                Some(self.landed(page))
            }
            Step::Failed(error) => Some(Err(error)),
            Step::End => None,
        }
    }
}

impl<T: HasId> Iterator for Items<T, Blocking> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.buffered() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.refill(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
