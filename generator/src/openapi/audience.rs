//! Unions of what servers and what clients receive.
//!
//! Some properties are `anyOf` two objects without discriminators: one that the API sends to a
//! server, which has a secret key, and one for pages and apps, which have a publishable key and
//! see something else. Only the first one matters to a crate for servers.

use super::dialect::{CLIENT_SUFFIX, ID, OBJECT, component};
use super::document::Node;

/// Returns `true` if a member of a union is for clients, and stands beside one for servers.
pub(super) fn is_for_clients(member: &Node<'_>, union: &[Node<'_>]) -> bool {
    union.len() == 2
        && is_client(member)
        && union.iter().any(|other| name(other).is_some() && !is_client(other))
}

/// Returns `true` if a schema refers to a component for clients. One that can be told apart, by a
/// discriminator or an id, is a variant like others.
fn is_client(schema: &Node<'_>) -> bool {
    let Some(name) = name(schema).filter(|name| name.ends_with(CLIENT_SUFFIX)) else {
        return false;
    };
    let root = schema.document().node();
    let properties = root.at(&["components", "schemas", name, "properties"]);
    let has = |key| properties.as_ref().is_some_and(|all| all.get(key).is_some());
    !has(OBJECT) && !has(ID)
}

/// Returns the name of the component that a schema refers to.
fn name<'a>(schema: &Node<'a>) -> Option<&'a str> {
    schema.get("$ref")?.value.as_str().map(component)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::{document, object, refer, tagged};

    /// Returns which members of a union are for clients.
    fn of_clients(members: &[Value]) -> Vec<bool> {
        let empty = || object(&json!({}));
        let schemas = json!({
            "boat": empty(),
            "boat_client": empty(),
            "oar_client": empty(),
            "sail_client": tagged("sail", &json!({})),
            "law_client": object(&json!({"id": {"type": "string"}})),
            "union": {"anyOf": members},
        });
        let document = document(&json!({}), &schemas);
        let union =
            document.node().at(&["components", "schemas", "union", "anyOf"]).unwrap();
        let members: Vec<Node<'_>> = union.elements().unwrap().collect();
        members.iter().map(|member| is_for_clients(member, &members)).collect()
    }

    #[test]
    fn what_clients_receive_stands_beside_what_servers_receive() {
        let text = json!({"type": "string"});
        let table = [
            ([refer("boat"), refer("boat_client")], [false, true]),
            ([refer("oar_client"), refer("boat")], [true, false]),
            // Nothing is left for servers.
            ([refer("oar_client"), refer("boat_client")], [false, false]),
            ([text, refer("boat_client")], [false, false]),
            // The values can be told apart.
            ([refer("boat"), refer("sail_client")], [false, false]),
            ([refer("boat"), refer("law_client")], [false, false]),
        ];
        for (members, expected) in table {
            assert_eq!(of_clients(&members), expected, "{members:?}");
        }
        let three = [refer("boat"), refer("boat_client"), refer("union")];
        assert_eq!(of_clients(&three), [false, false, false]);
    }
}
