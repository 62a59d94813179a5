//! Prints `use` declarations in rustfmt's layout.

/// The line width of a list with several names per line. As in rustfmt, it is one less
/// than elsewhere, including lists with one name per line, and one more than that of a
/// complete declaration.
const WIDTH: usize = 88;

/// Names of one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// `use ` or `pub use `, and the path of the module.
    pub(crate) path: String,
    /// The names, in order.
    pub(crate) names: Vec<String>,
}

impl Use {
    /// Prints the declaration, including the line break.
    pub(super) fn print(&self) -> String {
        if let [only] = self.names.as_slice() {
            return format!("{}::{only};\n", self.path);
        }
        let line = format!("{}::{{{}}};", self.path, self.names.join(", "));
        if line.len() < WIDTH {
            return line + "\n";
        }
        let all = format!("    {},", self.names.join(", "));
        if all.len() <= WIDTH + 1 {
            return format!("{}::{{\n{all}\n}};\n", self.path);
        }
        let mut text = format!("{}::{{", self.path);
        let mut width = WIDTH;
        for name in &self.names {
            if width + name.len() + 2 > WIDTH {
                text.push_str("\n   ");
                width = 3;
            }
            text.push_str(&format!(" {name},"));
            width += name.len() + 2;
        }
        text + "\n};\n"
    }
}
