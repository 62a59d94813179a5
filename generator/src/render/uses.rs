//! `use` declarations, laid out as rustfmt does.

/// The width of a line of a list that takes several. As in rustfmt it is one less than elsewhere,
/// also than that of a list that takes one, and one more than that of a whole declaration.
const WIDTH: usize = 88;

/// Names that come from one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// `use ` or `pub use `, and the module's path.
    pub(crate) path: String,
    /// The names, in order.
    pub(crate) names: Vec<String>,
}

impl Use {
    /// The text, with a line break behind it.
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
