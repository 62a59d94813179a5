//! Serialization of values, behind the feature `serialize`.

use super::decimal::Decimal;
use super::list::{List, SearchResult};
use super::raw::{RawJson, RawObject};
use super::secret::Secret;
use super::timestamp::Timestamp;
use crate::runtime::serialize::{Erased, ErasedSerialize, serialize, show};

show! {
    Timestamp => |this| Erased::Integer(this.as_unix()),
    Decimal => |this| Erased::Text(this.as_str()),
    Secret => |this| Erased::Text(this.expose()),
    RawObject => |this| Erased::Raw(this.as_map()),
    RawJson => |this| Erased::Json(this.as_value()),
}

serialize!(Timestamp, Decimal, Secret, RawObject, RawJson);
serialize!(List<T>, SearchResult<T>);

impl<T: ErasedSerialize> ErasedSerialize for List<T> {
    fn show(&self) -> Erased<'_> {
        Erased::object(
            Some("list"),
            &["data", "has_more", "url", "total_count"],
            vec![&self.data, &self.has_more, &self.url, &self.total_count],
        )
    }
}

impl<T: ErasedSerialize> ErasedSerialize for SearchResult<T> {
    fn show(&self) -> Erased<'_> {
        Erased::object(
            Some("search_result"),
            &["data", "has_more", "url", "next_page", "total_count"],
            vec![
                &self.data,
                &self.has_more,
                &self.url,
                &self.next_page,
                &self.total_count,
            ],
        )
    }
}
