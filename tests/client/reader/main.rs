//! Reads objects of the API and prints what their fields hold, each reached by the Rust path
//! that the inventory names. `lines` is written from the inventory.

#![allow(deprecated, reason = "what is deprecated can still be read")]

mod field;
mod lines;

use std::io::BufRead;

/// The number of a line in the inventory, and what the field holds: once for each object that
/// has the field.
pub type Found = (usize, Vec<String>);

/// Takes lines of a root, a tab and an object; answers each with a line of what was found.
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("text");
        let (root, json) = line.split_once('\t').expect("a root and an object");
        let found = lines::read(root, json);
        println!("{}", serde_json::to_string(&found).expect("texts can be written"));
    }
}
