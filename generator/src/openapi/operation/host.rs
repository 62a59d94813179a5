//! The host of an operation.

use super::Fault;
use crate::diagnostic::Result;
use crate::openapi::document::Node;

/// Returns the host of an operation whose servers are not those of the document. Of several, the
/// first one is used.
pub(super) fn host<'a>(
    item: &Node<'a>,
    node: &Node<'a>,
) -> std::result::Result<Option<&'a str>, Fault> {
    let Some(own) = server(node)?.or(server(item)?) else { return Ok(None) };
    if server(&node.document().node())?.is_some_and(|common| same_url(common, own)) {
        return Ok(None);
    }
    let host =
        own.strip_prefix(HTTPS).map(|rest| rest.strip_suffix('/').unwrap_or(rest));
    match host.filter(|host| is_host(host)) {
        Some(host) => Ok(Some(host)),
        None => Err(Fault::Unsupported(format!("the server `{own}`"))),
    }
}

/// The start of the URLs of servers: calls carry the API key.
const HTTPS: &str = "https://";

fn same_url(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// Returns `true` for a name, which can have a port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "443"));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    !name.is_empty() && name.chars().all(is_plain) && port.parse::<u16>().is_ok()
}

/// Returns the URL of the first server that an operation, a path or the document lists.
fn server<'a>(owner: &Node<'a>) -> Result<Option<&'a str>> {
    let Some(servers) = owner.get("servers") else { return Ok(None) };
    let first = servers.elements()?.next();
    first.map(|server| server.require("url")?.text()).transpose()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::tree;

    /// Returns the host, or the reason why there is none.
    fn found(document: &Value, item: &Value, operation: &Value) -> String {
        let list = |url: &Value| match url {
            Value::Null => json!({}),
            url => json!({"servers": [{"url": url}, {"url": "https://second.example"}]}),
        };
        let mut root = list(document);
        root["path"] = list(item);
        root["path"]["get"] = list(operation);
        let document = tree(root);
        let item = document.node().require("path").unwrap();
        match host(&item, &item.require("get").unwrap()) {
            Ok(host) => host.unwrap_or("common").to_owned(),
            Err(Fault::Unsupported(reason)) => reason,
            Err(Fault::Broken(problems)) => problems.to_string(),
        }
    }

    #[test]
    fn the_host_is_that_of_the_operation_or_of_its_path() {
        let (none, api) = (json!(null), json!("https://api.example/"));
        let (files, other) =
            (json!("https://files.example/"), json!("https://b.example:81"));
        let table = [
            (&api, &none, &none, "common"),
            (&api, &none, &files, "files.example"),
            (&api, &other, &none, "b.example:81"),
            (&api, &other, &files, "files.example"),
            (&none, &none, &other, "b.example:81"),
            (&api, &other, &json!("https://api.example"), "common"),
            (&api, &api, &none, "common"),
        ];
        for (document, item, operation, expected) in table {
            assert_eq!(found(document, item, operation), expected);
        }
    }

    #[test]
    fn a_server_is_an_encrypted_host() {
        for url in [
            "http://a.example",
            "/v2",
            "https://",
            "https://a.example/v2",
            "https://{region}.a.example",
            "https://user@a.example",
            "https://a.example:port",
            "https://a.example:",
        ] {
            let reason = found(&json!(null), &json!(null), &json!(url));
            assert_eq!(reason, format!("the server `{url}`"));
        }
    }
}
