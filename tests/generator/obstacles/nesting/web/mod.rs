//! Types and operations of `web`.

mod codec;
mod deep;
mod object;
mod web_inline;
mod web_inline_item;
mod web_knot;
mod web_knot_owner;
mod webs;

pub mod params;

pub use self::deep::{Deep, DeepKind};
pub use self::object::{Enum, Listed, Web};
pub use self::web_inline::WebInline;
pub use self::web_inline_item::{InlineKind, WebInlineItem};
pub use self::web_knot::WebKnot;
pub use self::web_knot_owner::WebKnotOwner;
pub use self::webs::Webs;
