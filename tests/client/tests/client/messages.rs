//! The messages of the compiler about mistakes that users make first.

use std::fs;
use std::path::Path;

use client_tests::workspace;

/// Wrong code, and what the message about it says.
const MISTAKES: &[(&str, &str)] = &[
    (
        "fn f(id: Option<String>) { let _ = CreateCheckoutSession::new().customer(id); }",
        ".maybe(option, Type::setter)",
    ),
    (
        "fn f(at: Option<Timestamp>) { let _ = CreateCheckoutSession::new().expires_at(at); }",
        "required by this bound in `CreateCheckoutSession::expires_at`",
    ),
    (
        "fn f() { let _ = CreateCheckoutSession { mode: Mode::Payment }; }",
        "has no field named `mode`",
    ),
    (
        "fn f() { let _ = LineItemParams { quantity: 2, ..Default::default() }; }",
        "has no field named `quantity`",
    ),
    (
        "fn f() { let _ = Verifier::new(5); }",
        "pass one value, an array, a slice, a `Vec` or another iterator",
    ),
    (
        "fn f(client: Client) { let _ = client.checkout().sessions().retrieve(\"cs_1\").expand(5); }",
        "`{integer}` is neither one value that converts into `Expand` nor several",
    ),
    (
        "fn f() { let _ = Client::builder(\"sk_test_1\").transport(5); }",
        "is not a transport for the asynchronous client",
    ),
    (
        "fn f() { let _ = blocking::Client::builder(\"sk_test_1\").transport(5); }",
        "is not a transport for the blocking client",
    ),
    (
        "fn f(field: Expandable<shared::CustomerRef>) { let _ = field.object(); }",
        "field.decode::<MyType>()",
    ),
];

#[test]
fn messages_tell_the_way() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates/messages");
    fs::create_dir_all(folder.join("src")).unwrap();
    let crate_folder = workspace().join("generated");
    // The messages are about types that each choice of features has.
    let manifest = format!(
        "[package]\nname = \"messages\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [dependencies]\nstripe-sessions = {{ path = {crate_folder:?}, default-features = false }}\n\
         [workspace]\n",
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mistakes = MISTAKES.iter().enumerate();
    let modules: String = mistakes
        .map(|(index, (code, _))| format!("mod m{index} {{ use super::*; {code} }}\n"))
        .collect();
    let uses = "#![allow(unused)]\n\
                use stripe_sessions::{*, checkout::{*, params::*}, webhook::Verifier};\n";
    fs::write(folder.join("src/main.rs"), format!("{uses}{modules}fn main() {{}}\n"))
        .unwrap();
    let output = client_tests::cargo()
        .args(["check", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", client_tests::target(&folder))
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let messages = String::from_utf8(output.stderr).unwrap();
    let count = MISTAKES.len();
    assert!(messages.contains(&format!("{count} previous errors")), "{messages}");
    for (code, expected) in MISTAKES {
        assert!(
            messages.contains(expected),
            "{code} does not lead to {expected}:\n{messages}"
        );
    }
    assert!(!messages.contains("Fields"), "a private type is mentioned:\n{messages}");
}
