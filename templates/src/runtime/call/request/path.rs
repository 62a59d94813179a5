//! Request paths and keys of extra parameters, percent-encoded.

use percent_encoding::utf8_percent_encode;

use crate::runtime::encode::percent::{RESERVED, RESERVED_IN_KEY};
use crate::runtime::outcome::error::Error;

/// Encodes an extra parameter. The brackets of its key are kept, since they structure
/// it.
pub(crate) fn extra(key: &str, value: &str) -> String {
    let key = utf8_percent_encode(key, RESERVED_IN_KEY);
    format!("{key}={}", utf8_percent_encode(value, RESERVED))
}

/// Inserts ids into a template such as `/v1/things/{thing}`, each as one segment.
pub(crate) fn fill(
    template: &str,
    ids: &[(&'static str, String)],
) -> Result<String, Error> {
    let mut path = template.to_owned();
    for (name, id) in ids {
        // URL parsers resolve dot segments, even percent-encoded ones, so that the
        // request would reach another object.
        if matches!(id.as_str(), "" | "." | "..") {
            let message = format!("invalid id {id:?} for `{name}` in `{template}`");
            return Err(Error::invalid_call(message));
        }
        let segment = utf8_percent_encode(id, RESERVED).to_string();
        path = path.replace(&format!("{{{name}}}"), &segment);
    }
    Ok(path)
}

/// Checks the path of a raw call, which could otherwise name another host or be resolved
/// to another path.
pub(crate) fn check(path: &str) -> Result<(), Error> {
    let fault = if !path.starts_with('/') || path.starts_with("//") {
        "must start with exactly one `/`"
    } else if !path.bytes().all(|b| b.is_ascii_graphic())
        || path.contains(['\\', '#', '"', '<', '>'])
    {
        "contains characters that must be percent-encoded"
    } else if has_dot_segment(path) {
        "contains a `.` or `..` segment"
    } else {
        return Ok(());
    };
    Err(Error::invalid_call(format!("the request path {fault}")))
}

fn has_dot_segment(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path.split('/').any(|segment| {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        plain == "." || plain == ".."
    })
}
