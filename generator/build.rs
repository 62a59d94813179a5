//! The runtime is embedded: a file that is added to it must lead to a new build.

fn main() {
    println!("cargo:rerun-if-changed=../templates/src/runtime");
    println!("cargo:rerun-if-changed=../templates/Cargo.toml");
}
