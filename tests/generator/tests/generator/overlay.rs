//! Checks what overlays can do. The folder `bad/` has cases that they cannot.

use generator::input::load;
use generator::openapi::document::Document;
use generator::openapi::overlay::apply;
use generator_tests::workspace;
use serde_json::{Value, json};

fn file(name: &str, root: Value) -> Document {
    Document { file: name.to_owned(), root }
}

fn overlay(kind: Option<&str>, actions: &Value) -> Document {
    let mut info = json!({"title": "Repairs", "version": "1.0.0"});
    if let Some(kind) = kind {
        info["x-kind"] = kind.into();
    }
    file("overlay.yaml", json!({"overlay": "1.0.0", "info": info, "actions": actions}))
}

fn document() -> Document {
    file(
        "api.yaml",
        json!({
            "paths": {"/v1/widgets": {"get": {"parameters": [
                {"name": "limit", "schema": {"type": "integer"}},
                {"name": "color", "schema": {"type": "string", "enum": ["red", "blue"]}},
            ]}}},
            "components": {"schemas": {"widget": {
                "type": "object",
                "required": ["id", "color", "size"],
                "properties": {
                    "id": {"type": "string"},
                    "color": {"type": "string", "enum": ["red", "blue"]},
                    "description": {"type": "string", "maxLength": 10},
                    "owner": {"$ref": "#/components/schemas/owner"},
                },
            }, "owner": {"type": "object"}}},
        }),
    )
}

/// Returns the document after structural actions, or the diagnostics.
fn after(actions: &Value) -> Result<Value, String> {
    apply(document(), &[overlay(None, actions)])
        .map(|document| document.root)
        .map_err(|problems| problems.to_string())
}

/// Returns the document after actions of an overlay of prose, or the diagnostics.
fn described(actions: &Value) -> Result<Value, String> {
    apply(document(), &[overlay(Some("prose"), actions)])
        .map(|document| document.root)
        .map_err(|problems| problems.to_string())
}

const WIDGET: &str = "$.components.schemas.widget";

#[test]
fn update_merges_objects_and_replaces_plain_values() {
    let root = after(&json!([{"target": WIDGET, "update": {
        "deprecated": true,
        "properties": {"id": {"maxLength": 5}, "description": {"maxLength": 20}},
    }}]))
    .unwrap();
    let widget = &root["components"]["schemas"]["widget"];
    assert_eq!(widget["deprecated"], true);
    assert_eq!(widget["properties"]["id"], json!({"type": "string", "maxLength": 5}));
    assert_eq!(widget["properties"]["description"]["maxLength"], 20);
    assert_eq!(
        widget["properties"]["color"],
        document().root["components"]["schemas"]["widget"]["properties"]["color"]
    );
}

#[test]
fn arrays_in_an_update_are_appended() {
    let root =
        after(&json!([{"target": WIDGET, "update": {"required": ["owner"]}}])).unwrap();
    let required = &root["components"]["schemas"]["widget"]["required"];
    assert_eq!(*required, json!(["id", "color", "size", "owner"]));
}

#[test]
fn an_array_as_the_target_gets_one_more_element() {
    let target = "$.components.schemas.widget.properties.color.enum";
    let root = after(&json!([{"target": target, "update": "green"}])).unwrap();
    let values = &root["components"]["schemas"]["widget"]["properties"]["color"]["enum"];
    assert_eq!(*values, json!(["red", "blue", "green"]));
}

#[test]
fn remove_takes_members_and_elements() {
    let root = after(&json!([
        {"target": "$.components.schemas.widget.required[?@ != 'id']", "remove": true},
        {"target": "$.components.schemas.widget.properties['color','description']", "remove": true},
        {"target": "$.paths.*.get.parameters[?@.name == 'limit']", "remove": true},
    ]))
    .unwrap();
    let widget = &root["components"]["schemas"]["widget"];
    assert_eq!(widget["required"], json!(["id"]));
    let names: Vec<_> = widget["properties"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "owner"]);
    assert_eq!(
        root["paths"]["/v1/widgets"]["get"]["parameters"].as_array().unwrap().len(),
        1
    );
}

#[test]
fn remove_outdoes_update() {
    let root =
        after(&json!([{"target": WIDGET, "remove": true, "update": {"a": 1}}])).unwrap();
    assert!(root["components"]["schemas"].get("widget").is_none());
}

#[test]
fn an_action_can_match_a_node_and_what_is_in_it() {
    let root = after(&json!([{"target": "$..[?@.type]", "remove": true}])).unwrap();
    assert_eq!(root["components"]["schemas"], json!({}));
}

#[test]
fn actions_and_overlays_apply_in_order() {
    let replace = json!([
        {"target": "$.components.schemas.widget.required", "remove": true},
        {"target": WIDGET, "update": {"required": ["id"]}},
    ]);
    let next =
        json!([{"target": "$.components.schemas.widget.required", "update": "owner"}]);
    let overlays = [overlay(None, &replace), overlay(None, &next)];
    let root = apply(document(), &overlays).unwrap().root;
    assert_eq!(
        root["components"]["schemas"]["widget"]["required"],
        json!(["id", "owner"])
    );
}

#[test]
fn an_update_reaches_every_match() {
    let target = "$..[?@.enum]";
    let root =
        after(&json!([{"target": target, "update": {"nullable": true}}])).unwrap();
    assert_eq!(root.to_string().matches("nullable").count(), 2);
}

#[test]
fn each_action_without_a_match_is_reported() {
    let problems = after(&json!([
        {"target": "$.nowhere", "remove": true},
        {"target": "$.elsewhere", "update": {}},
    ]))
    .unwrap_err();
    assert!(problems.contains("overlay.yaml#/actions/0/target"), "{problems}");
    assert!(problems.contains("overlay.yaml#/actions/1/target"), "{problems}");
}

#[test]
fn prose_describes_schemas_properties_and_values() {
    let root = described(&json!([
        {"target": WIDGET, "update": {
            "description": "A widget.",
            "properties": {
                "description": {"description": "What it is."},
                "owner": {"description": "Whose it is."},
                "color": {"x-typeDescription": "A color.", "x-enumDescriptions": {"red": "Like a rose."}},
            },
        }},
        {"target": "$.paths['/v1/widgets'].get", "update": {"description": "Lists."}},
        {"target": "$.paths['/v1/widgets'].get.parameters[?@.name=='color']",
         "update": {"description": "Of this color.", "schema": {"x-enumDescriptions": {"blue": "Like the sky."}}}},
    ]))
    .unwrap();
    let widget = &root["components"]["schemas"]["widget"];
    assert_eq!(widget["description"], "A widget.");
    assert_eq!(widget["properties"]["description"]["description"], "What it is.");
    assert_eq!(widget["properties"]["owner"]["description"], "Whose it is.");
    assert_eq!(widget["properties"]["owner"]["$ref"], "#/components/schemas/owner");
}

#[test]
fn prose_cannot_change_structure() {
    let changes = [
        json!({"type": "string"}),
        json!({"title": "Widget"}),
        json!({"x-resourceId": "widget"}),
        json!({"required": ["owner"]}),
        json!({"properties": {"weight": {"description": "How heavy it is."}}}),
        json!({"properties": {"description": "The properties."}}),
        json!({"properties": {"id": {"x-enumDescriptions": {"a": "b"}}}}),
        json!({"properties": {"color": {"x-enumDescriptions": {"green": "Like a leaf."}}}}),
        json!({"properties": {"color": {"enum": {"description": "The values."}}}}),
        json!({"description": 7}),
        json!({"description": " "}),
    ];
    for change in changes {
        let actions = json!([{"target": WIDGET, "update": change}]);
        assert!(described(&actions).is_err(), "{actions}");
    }
}

#[test]
fn each_repair_says_why() {
    let path = workspace().join("spec/fixups.overlay.yaml");
    let fixups = load::document(&path).unwrap();
    for action in fixups.root["actions"].as_array().unwrap() {
        assert!(action["description"].is_string(), "{action}");
    }
}
