//! The vocabulary of Stripe's dialect of OpenAPI. No other module contains it.

/// Lists, next to `anyOf`, the components that an id can be expanded to.
pub const EXPANSION: &str = "x-expansionResources";

/// Describes the values of an enum, in an overlay of prose (an extension of ours).
pub const ENUM_DESCRIPTIONS: &str = "x-enumDescriptions";

/// Describes the values of an enum, in the document for official client libraries.
pub const ENUM_VALUES: &str = "x-stripeEnum";

/// Descriptions of calls, in the document for official client libraries: examples, and the errors
/// that a response can have.
pub const CALL_DESCRIPTIONS: &[&str] = &["x-stripeDocsSamples", "x-stripeErrors"];

/// Describes the type of a schema where its description is about the property, in an
/// overlay of prose (an extension of ours).
pub const TYPE_DESCRIPTION: &str = "x-typeDescription";

/// Marks a required string whose absence means an empty string (an extension of ours).
pub const EMPTY_IF_ABSENT: &str = "x-emptyIfAbsent";

/// The SHA-256 of the official file, in the `info` of a slice (an extension of ours).
pub const SOURCE_DIGEST: &str = "x-source-sha256";

/// Marks an overlay that only sets descriptions with `prose`, in its `info` (an
/// extension of ours).
pub const OVERLAY_KIND: &str = "x-kind";

/// Marks a component that is a resource.
pub const RESOURCE_ID: &str = "x-resourceId";

/// Separates the resource from the rest in the name of a component that is a part of it.
pub const PART_OF_RESOURCE: &str = "_resource_";

/// The start of references to components.
pub const SCHEMAS: &str = "#/components/schemas/";

/// Returns the component that a reference names.
pub fn component(reference: &str) -> &str {
    reference.strip_prefix(SCHEMAS).unwrap_or(reference)
}

/// The format of times.
pub const UNIX_TIME: &str = "unix-time";

/// The format of exact numbers.
pub const DECIMAL: &str = "decimal";

/// The format of bytes.
pub const BINARY: &str = "binary";

/// The word for a file that is uploaded, which is also the name of a component.
pub const FILE: &str = "file";

/// The media type of request bodies.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The media type of request bodies with files.
pub const MULTIPART: &str = "multipart/form-data";

/// The media type of responses.
pub const JSON: &str = "application/json";

/// The discriminator of objects.
pub const OBJECT: &str = "object";

/// The discriminator of a page of a list.
pub const LIST: &str = "list";

/// The discriminator of a page of search results.
pub const SEARCH_RESULT: &str = "search_result";

/// The items of a page.
pub const DATA: &str = "data";

/// The property of a page that is `true` if there are more pages.
pub const HAS_MORE: &str = "has_more";

/// The path of the list that a page belongs to.
pub const URL: &str = "url";

/// The property that deleted objects have; it is always `true`.
pub const DELETED: &str = "deleted";

/// The prefix of the components of deleted objects.
pub const DELETED_PREFIX: &str = "deleted_";

/// The end of the names of components that only clients receive, which have no secret key.
pub const CLIENT_SUFFIX: &str = "_client";

/// The property that identifies an object.
pub const ID: &str = "id";

/// The parameter that requests objects instead of ids.
pub const EXPAND: &str = "expand";

/// The parameters of a range filter.
pub const BOUNDS: &[&str] = &["gt", "gte", "lt", "lte"];

/// Members of a path item that are not operations.
pub const PATH_MEMBERS: &[&str] = &["description", "parameters", "servers", "summary"];

/// The style of parameters whose values have names in brackets.
pub const BRACKETS: &str = "deepObject";

/// The key under which a slice keeps the names of all event types: the document lists
/// them only as parameters of other operations.
pub const EVENT_TYPES: &str = "x-eventTypes";

/// The value that stands for all event types in that list.
pub const ALL_EVENT_TYPES: &str = "*";

/// The path of the union of event objects in the name lock.
pub const EVENT_OBJECT: &str = "object";

/// The path of an event's object.
pub const EVENT_OBJECT_FIELD: &str = "data.object";

/// The path of an event's type, also in the name lock.
pub const EVENT_TYPE: &str = "type";

/// Strings for fixtures that require a certain form: by their format, or by the last
/// word of the property.
pub const SAMPLE_TEXTS: &[(&str, &str)] = &[
    ("country", "US"),
    ("currency", "usd"),
    ("email", "jenny@example.com"),
    ("phone", "+12025550123"),
    ("url", "https://example.com/"),
];

/// The base of relative links in descriptions.
pub const SITE: &str = "https://docs.stripe.com";
