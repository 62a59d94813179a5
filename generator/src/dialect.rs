//! Words of Stripe's dialect of OpenAPI. They stand here and nowhere else.

/// Beside `anyOf`: the components that an id can be expanded to.
pub const EXPANSION: &str = "x-expansionResources";

/// Ours, in an overlay of prose: what each value of an enum means.
pub const ENUM_DESCRIPTIONS: &str = "x-enumDescriptions";

/// Ours, in the `info` of a slice: SHA-256 of the official file.
pub const SOURCE_DIGEST: &str = "x-source-sha256";

/// Ours, in the `info` of an overlay: `prose` if it may set descriptions only.
pub const OVERLAY_KIND: &str = "x-kind";

/// Marks a component that users know as a resource.
pub const RESOURCE_ID: &str = "x-resourceId";

/// Where components stand.
pub const SCHEMAS: &str = "#/components/schemas/";

/// The component that a reference names.
pub fn component(reference: &str) -> &str {
    reference.strip_prefix(SCHEMAS).unwrap_or(reference)
}

/// The format of times.
pub const UNIX_TIME: &str = "unix-time";

/// The format of exact numbers.
pub const DECIMAL: &str = "decimal";

/// The content type of what is sent.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The content type of what is received.
pub const JSON: &str = "application/json";

/// The discriminator of objects.
pub const OBJECT: &str = "object";

/// The discriminator of a page of a list.
pub const LIST: &str = "list";

/// The discriminator of a page of search results.
pub const SEARCH_RESULT: &str = "search_result";

/// Where a page holds its items.
pub const DATA: &str = "data";

/// Where a page says whether there are more.
pub const HAS_MORE: &str = "has_more";

/// Where a page has the path of its list.
pub const URL: &str = "url";

/// What is left of an object after deletion has this property, always true.
pub const DELETED: &str = "deleted";

/// How the components of deleted objects begin.
pub const DELETED_PREFIX: &str = "deleted_";

/// The property that names an object.
pub const ID: &str = "id";

/// The parameter that asks for objects in place of ids.
pub const EXPAND: &str = "expand";

/// The parameters of a range.
pub const BOUNDS: &[&str] = &["gt", "gte", "lt", "lte"];

/// Members of a path item that are no operations.
pub const PATH_ANNOTATIONS: &[&str] = &["description", "summary"];

/// The key under which a slice keeps the names of all event types, since the document lists them
/// only as parameters of other operations.
pub const EVENT_TYPES: &str = "x-eventTypes";

/// The value that stands for all event types where they are listed.
pub const ALL_EVENT_TYPES: &str = "*";

/// Where the name lock keeps the union of the objects of events.
pub const EVENT_OBJECT: &str = "object";

/// Where an event has its object.
pub const EVENT_OBJECT_FIELD: &str = "data.object";

/// Where the name lock keeps the enum of event types, and an event has its type.
pub const EVENT_TYPE: &str = "type";

/// What stands in samples for texts that must have a form: by their format, or by the last word of
/// the property.
pub const SAMPLE_TEXTS: &[(&str, &str)] = &[
    ("country", "US"),
    ("currency", "usd"),
    ("email", "jenny@example.com"),
    ("phone", "+12025550123"),
    ("url", "https://example.com/"),
];

/// What a link in a description is relative to.
pub const SITE: &str = "https://docs.stripe.com";
