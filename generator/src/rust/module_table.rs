//! The module table of the scope, which names components.

use regex::Regex;

use super::ident;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::scope::ModuleRow;

/// The rows with their compiled patterns.
pub(crate) struct ModuleTable<'a>(Vec<(Regex, &'a ModuleRow)>);

/// Checks that the modules of the rows can have their names.
///
/// # Errors
/// Returns an error for each module that cannot.
pub(super) fn check(rows: &[ModuleRow], file: &str) -> Result<()> {
    let mut problems = Diagnostics::default();
    for (index, row) in rows.iter().enumerate() {
        let module: Vec<String> = row.module.split("::").map(ident::module).collect();
        let place = || Place::Pointer(format!("/modules/{index}/module"));
        if module.len() > ident::MOST_MODULES {
            let most = ident::MOST_MODULES;
            let fault = format!("more than {most} modules inside each other");
            problems.push(
                Diagnostic::new(file, place(), fault).help("write a shorter path"),
            );
            continue;
        }
        let module = module.join("::");
        if module != row.module {
            let fault = format!("invalid or reserved module name `{}`", row.module);
            problems.push(
                Diagnostic::new(file, place(), fault).help(format!("write `{module}`")),
            );
        }
    }
    problems.into_result(())
}

impl<'a> ModuleTable<'a> {
    /// The patterns were validated when the scope was read.
    pub(crate) fn new(rows: &'a [ModuleRow]) -> Self {
        Self(rows.iter().filter_map(|row| Some((row.regex().ok()?, row))).collect())
    }

    /// Returns the first row that matches a component, and the module and type that it gives.
    pub(crate) fn name(&self, component: &str) -> Option<(usize, String, String)> {
        self.0.iter().enumerate().find_map(|(index, (pattern, row))| {
            let (module, name) = apply(pattern, row, component)?;
            Some((index, module, ident::component(&name)))
        })
    }

    /// Describes a row: its position in the scope, and its pattern.
    pub(crate) fn description(&self, index: usize) -> String {
        let pattern = self.0.get(index).map_or("", |(_, row)| row.pattern.as_str());
        format!("`modules[{index}]` (pattern `{pattern}`)")
    }
}

/// Returns the module and name that a row assigns to a component, if it matches.
fn apply(pattern: &Regex, row: &ModuleRow, component: &str) -> Option<(String, String)> {
    let captures = pattern.captures(component)?;
    let dropped = row.drop.as_deref().unwrap_or_default();
    let words = |text: &str| {
        let kept: Vec<&str> =
            text.split(['_', '.']).filter(|word| *word != dropped).collect();
        ident::camel(&kept.join("_"))
    };
    let mut name = row.name.clone();
    let is_part = captures.len() > 1 && name.contains('$');
    for (index, captured) in captures.iter().enumerate() {
        let captured = captured.map(|c| words(c.as_str())).unwrap_or_default();
        name = name.replace(&format!("${index}"), &captured);
    }
    // A single word of a longer name is not clear enough.
    if is_part && name.chars().filter(char::is_ascii_uppercase).count() < 2 {
        name = format!("{}{name}", ident::camel(&row.module));
    }
    Some((row.module.clone(), name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    fn row(pattern: &str, module: &str, name: &str, drop: Option<&str>) -> ModuleRow {
        ModuleRow {
            pattern: pattern.to_owned(),
            module: module.to_owned(),
            name: name.to_owned(),
            drop: drop.map(str::to_owned),
        }
    }

    #[test]
    fn modules_have_possible_names() {
        let check = |module: &str| {
            let rows = [row("a", "fleet", "A", None), row("b", module, "B", None)];
            faults(check(&rows, "scope.toml"))
        };
        let reserved = "invalid or reserved module name `runtime`";
        assert_eq!(check("runtime"), [reserved]);
        assert!(check("fleet::Pier").len() == 1 && check("fleet::pier").is_empty());
        let nested = |count| vec!["a"; count].join("::");
        let many = "more than 16 modules inside each other";
        assert_eq!(check(&nested(17)), [many]);
        assert!(check(&nested(16)).is_empty());
    }

    #[test]
    fn the_first_row_that_matches_the_whole_name_counts() {
        let rows = [
            row("boat", "fleet", "Vessel", None),
            row("boat_(.+)", "fleet", "Boat$1", None),
            row("(.+)_part", "parts", "$1", Some("spare")),
            row("boat.*", "other", "Other", None),
        ];
        let table = ModuleTable::new(&rows);
        let cases = [
            ("boat", "fleet::Vessel"),
            ("boat_main_sail", "fleet::BoatMainSail"),
            ("main_sail_part", "parts::MainSail"),
            ("spare_main_sail_part", "parts::MainSail"),
            // One word is not clear enough.
            ("oar_part", "parts::PartsOar"),
            ("boats", "other::Other"),
        ];
        for (component, expected) in cases {
            let (_, module, name) = table.name(component).unwrap();
            assert_eq!(format!("{module}::{name}"), expected, "{component}");
        }
        assert_eq!(table.name("harbour.pier_light"), None);
    }
}
