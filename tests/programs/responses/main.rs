//! Reads objects of the API and prints the contents of their fields, each accessed by
//! its Rust path in the inventory. The module `lines` is generated from the inventory.

#![allow(deprecated, reason = "what is deprecated can still be read")]

mod field;
mod lines {
    include!(concat!(env!("WRITTEN_CODE"), "/lines.rs"));
}

use std::io::BufRead;

/// The number of a line in the inventory, and the contents of the field: once for each
/// object that has the field.
pub type Found = (usize, Vec<String>);

/// Reads lines that consist of a root, a tab and an object. Prints one line with the
/// fields of each.
fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("text");
        let (root, json) = line.split_once('\t').expect("a root and an object");
        let found = lines::read(root, json);
        println!("{}", serde_json::to_string(&found).expect("texts can be written"));
    }
}
