//! Paths and keys as they stand on the wire: ids are encoded, and nothing leads elsewhere.

use percent_encoding::utf8_percent_encode;

use super::error::Error;
use super::percent::{RESERVED, RESERVED_IN_KEY};

/// A parameter whose key stands as it is, encoded.
pub(crate) fn extra(key: &str, value: &str) -> String {
    let key = utf8_percent_encode(key, RESERVED_IN_KEY);
    format!("{key}={}", utf8_percent_encode(value, RESERVED))
}

/// Puts ids into a template such as `/v1/things/{thing}`, each as one segment.
pub(crate) fn fill(
    template: &str,
    ids: &[(&'static str, String)],
) -> Result<String, Error> {
    let mut path = template.to_owned();
    for (name, id) in ids {
        // A URL parser on the way would resolve dots, encoded or not, and lead to another object.
        if matches!(id.as_str(), "" | "." | "..") {
            let message =
                format!("the id `{name}` of {template} is {id:?}, which is no id");
            return Err(Error::invalid_call(message));
        }
        let segment = utf8_percent_encode(id, RESERVED).to_string();
        path = path.replace(&format!("{{{name}}}"), &segment);
    }
    Ok(path)
}

/// Checks a path that did not come from a template: it could name another host, or be resolved
/// to another path on the way.
pub(crate) fn check(path: &str) -> Result<(), Error> {
    let fault = if !path.starts_with('/') || path.starts_with("//") {
        "must start with exactly one `/`"
    } else if !path.bytes().all(|b| b.is_ascii_graphic())
        || path.contains(['\\', '#', '"', '<', '>'])
    {
        "has characters that must be percent-encoded"
    } else if has_dot_segment(path) {
        "has a segment `.` or `..`"
    } else {
        return Ok(());
    };
    Err(Error::invalid_call(format!("the path of a request {fault}")))
}

fn has_dot_segment(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    path.split('/').any(|segment| {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        plain == "." || plain == ".."
    })
}
