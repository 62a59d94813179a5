//! The possible names of a type, best first, and the choice among them.

use std::collections::BTreeMap;

use super::reason::{Obstacle, Refused};
use crate::model::{EnumValue, SchemaPath, Step};
use crate::rust::ident;

/// The maximum number of values that the name of an enum spells out.
const SPELLED_VALUES: usize = 3;

/// The possible names of one type.
pub(crate) struct Proposal {
    pub(crate) module: String,
    names: Vec<String>,
    chosen: usize,
    /// Of types that compete for a name, the one with the highest weight gets it.
    weight: usize,
    /// The names before the chosen one.
    pub(crate) refused: Vec<Refused>,
}

impl Proposal {
    /// Creates a proposal. The last resorts are the best and the longest name, prefixed with the
    /// module.
    fn new(module: String, names: Vec<String>) -> Self {
        let ends = [names.first(), names.last()].into_iter().flatten();
        let last: Vec<String> = ends.map(|name| in_module(&module, name)).collect();
        let mut unique: Vec<String> = Vec::new();
        for name in names.into_iter().chain(last) {
            if !unique.contains(&name) {
                unique.push(name);
            }
        }
        Self { module, names: unique, chosen: 0, weight: 0, refused: Vec::new() }
    }

    /// Returns the current name.
    pub(crate) fn name(&self) -> &str {
        self.names.get(self.chosen).map_or("", String::as_str)
    }

    /// Proposes names for a received object or union: its property, with as many parents
    /// as necessary.
    pub(crate) fn of_object(
        module: String,
        words: &[String],
        path: &SchemaPath,
    ) -> Self {
        let mut names: Vec<String> = telling(words, words.len()).collect();
        names.extend(inside(words, path));
        Self::new(module, names)
    }

    /// Proposes names for the parameters of an operation: the verb and the resource.
    pub(crate) fn of_operation(module: String, words: &[String]) -> Self {
        Self::new(module, (1..=words.len()).map(|used| joined(words, used)).collect())
    }

    /// Proposes names for an object inside parameters: that of the received object at
    /// its path, or its property.
    pub(crate) fn of_params(
        module: String,
        words: &[String],
        twin: Option<&str>,
        verb: &str,
    ) -> Self {
        let twins = twin
            .into_iter()
            .flat_map(|twin| [twin.to_owned(), format!("{}{twin}", ident::camel(verb))]);
        // With the resource first, then with the verb of the operation.
        let plain = without_verb(words);
        let names =
            twins.chain(telling(&plain, plain.len())).chain(telling(words, words.len()));
        Self::new(module, names.map(|name| format!("{name}Params")).collect())
    }

    /// Proposes names for a reference to one of several components.
    pub(crate) fn of_reference(module: String, words: &[String]) -> Self {
        let names = telling(words, words.len()).map(|name| format!("{name}Ref"));
        Self::new(module, names.collect())
    }

    /// Proposes names for an enum that appears at several paths, each given by its
    /// words: its property with the parents that all paths have in common, then its
    /// property and its values, then the parents of the first path.
    pub(crate) fn of_enum(
        module: String,
        paths: &[Vec<String>],
        whole: &[String],
        values: &[EnumValue],
        path: &SchemaPath,
    ) -> Self {
        let Some(words) = paths.first() else { return Self::new(module, Vec::new()) };
        let common = common(paths);
        let mut names: Vec<String> = telling(words, common).collect();
        if paths.len() > 1 {
            let property = joined(words, 1);
            if names.is_empty() {
                names.push(property.clone());
            }
            if values.len() <= SPELLED_VALUES {
                let values: Vec<&str> = values.iter().map(|v| v.wire.as_str()).collect();
                names.push(format!("{property}{}", ident::camel(&values.join("_or_"))));
            }
        }
        names.extend(telling(words, words.len()));
        names.extend(telling(whole, whole.len()));
        names.extend(inside(words, path));
        Self { weight: values.len(), ..Self::new(module, names) }
    }

    /// Advances to the next name. Returns `false` if there is none.
    fn advance(&mut self, obstacle: Obstacle) -> bool {
        let has_next = self.chosen + 1 < self.names.len();
        if has_next {
            let name = self.name().to_owned();
            self.refused.push(Refused { name, obstacle });
        }
        self.chosen += usize::from(has_next);
        has_next
    }
}

/// Advances proposals whose names are taken or proposed by others, until all names
/// differ: the `slot`s of module and name, since modules can have names of their own.
pub(crate) fn settle(
    proposals: &mut [Proposal],
    slot: impl Fn(&str, &str) -> (String, String),
    obstacle: impl Fn(&str, &str) -> Option<Obstacle>,
) {
    loop {
        let mut rivals: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (index, proposal) in proposals.iter().enumerate() {
            let slot = slot(&proposal.module, proposal.name());
            rivals.entry(slot).or_default().push(index);
        }
        let mut changed = false;
        for ((_, name), rivals) in rivals {
            let keeper = rivals
                .iter()
                .copied()
                .filter(|index| obstacle(&proposals[*index].module, &name).is_none())
                .max_by_key(|index| proposals[*index].weight)
                .filter(|keeper| is_heaviest(proposals, &rivals, *keeper));
            for index in rivals {
                if keeper != Some(index) {
                    let obstacle = obstacle(&proposals[index].module, &name);
                    changed |=
                        proposals[index].advance(obstacle.unwrap_or(Obstacle::Rival));
                }
            }
        }
        if !changed {
            return;
        }
    }
}

fn is_heaviest(proposals: &[Proposal], rivals: &[usize], keeper: usize) -> bool {
    let others = rivals.iter().filter(|index| **index != keeper);
    others
        .map(|index| &proposals[*index])
        .all(|other| other.weight < proposals[keeper].weight)
}

/// Prefixes a name with its module.
pub(crate) fn in_module(module: &str, name: &str) -> String {
    let module = module.strip_suffix("::params").unwrap_or(module);
    format!("{}{name}", ident::letter_first(ident::camel(&module.replace("::", "_"))))
}

/// Returns the words of a sent type without the second one, the verb of its operation.
pub(crate) fn without_verb(words: &[String]) -> Vec<String> {
    words.iter().take(1).chain(words.iter().skip(2)).cloned().collect()
}

/// Returns names of at least two words, with up to `most` steps of the path.
fn telling(words: &[String], most: usize) -> impl Iterator<Item = String> {
    (1..=most)
        .map(|used| joined(words, used))
        .filter(move |name| has_two_words(name) || most == 1 && words.len() == 1)
}

fn joined(words: &[String], used: usize) -> String {
    let name = ident::camel(&words[words.len().saturating_sub(used)..].join("_"));
    ident::letter_first(name)
}

fn has_two_words(name: &str) -> bool {
    name.chars().filter(char::is_ascii_uppercase).count() > 1
}

/// Returns the number of steps that all paths have in common at their ends.
fn common(paths: &[Vec<String>]) -> usize {
    let Some((first, others)) = paths.split_first() else { return 0 };
    let shared = |other: &Vec<String>| {
        first.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count()
    };
    others.iter().map(shared).min().unwrap_or(first.len())
}

/// Returns a longer name for the items of an array or the values of a map, as a last
/// resort.
fn inside(words: &[String], path: &SchemaPath) -> Option<String> {
    let word = match path.steps.last()? {
        Step::Items => "entry",
        Step::Values => "value",
        _ => return None,
    };
    Some(ident::letter_first(ident::camel(&format!("{}_{word}", words.join("_")))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::path;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn names(proposal: &Proposal) -> String {
        proposal.names.join(" ")
    }

    #[test]
    fn objects_are_called_as_their_property_with_as_many_parents_as_necessary() {
        let table = [
            (
                "Boat main_sail",
                "boat:main_sail",
                "MainSail BoatMainSail PortMainSail PortBoatMainSail",
            ),
            // One word says too little.
            ("Boat sail", "boat:sail", "BoatSail PortBoatSail"),
            (
                "Boat rig sail",
                "boat:rig.sail",
                "RigSail BoatRigSail PortRigSail PortBoatRigSail",
            ),
            (
                "Boat spare_oar",
                "boat:spare_oars[]",
                "SpareOar BoatSpareOar BoatSpareOarEntry PortSpareOar PortBoatSpareOarEntry",
            ),
            (
                "Boat size_value",
                "boat:sizes{}",
                "SizeValue BoatSizeValue BoatSizeValueValue PortSizeValue PortBoatSizeValueValue",
            ),
        ];
        for (text, key, expected) in table {
            let proposal =
                Proposal::of_object("port".to_owned(), &words(text), &path(key));
            assert_eq!(names(&proposal), expected, "{key}");
        }
    }

    #[test]
    fn sent_objects_are_called_as_their_counterparts() {
        let of = |twin| {
            Proposal::of_params(
                "port::params".to_owned(),
                &words("Boat CreateBoat sail"),
                twin,
                "create",
            )
        };
        assert_eq!(
            names(&of(Some("MainSail"))),
            "MainSailParams CreateMainSailParams BoatSailParams CreateBoatSailParams BoatCreateBoatSailParams PortMainSailParams PortBoatCreateBoatSailParams"
        );
        assert_eq!(
            names(&of(None)),
            "BoatSailParams CreateBoatSailParams BoatCreateBoatSailParams PortBoatSailParams PortBoatCreateBoatSailParams"
        );
    }

    #[test]
    fn enums_are_called_as_what_their_paths_have_in_common_and_then_by_their_values() {
        let value = |wire: &str| EnumValue {
            wire: wire.to_owned(),
            docs: String::new(),
            pointer: String::new(),
        };
        let values = [value("red"), value("blue")];
        let paths = [words("Boat hull colour"), words("Oar hull colour")];
        let enum_of = |paths: &[Vec<String>], values: &[EnumValue]| {
            let whole = words("Boat hull colour");
            names(&Proposal::of_enum(
                "port".to_owned(),
                paths,
                &whole,
                values,
                &path("boat:hull.colour"),
            ))
        };
        assert_eq!(
            enum_of(&paths, &values),
            "HullColour ColourRedOrBlue BoatHullColour PortHullColour PortBoatHullColour"
        );
        assert_eq!(
            enum_of(&paths[..1], &values),
            "HullColour BoatHullColour PortHullColour PortBoatHullColour"
        );
        let many: Vec<EnumValue> = ["a", "b", "c", "d"].map(value).into();
        assert_eq!(
            enum_of(&paths, &many),
            "HullColour BoatHullColour PortHullColour PortBoatHullColour"
        );
        let others = [words("Boat colour"), words("Oar colour")];
        assert!(
            enum_of(&others, &values).starts_with("Colour ColourRedOrBlue BoatColour")
        );
    }

    #[test]
    fn rivals_advance_together_unless_one_is_heavier() {
        let proposal = |parent: &str, weight| {
            let words = words(&format!("Boat {parent} main_sail"));
            Proposal {
                weight,
                ..Proposal::of_object("port".to_owned(), &words, &path("boat:x"))
            }
        };
        let settled = |weights: [usize; 2], taken: &str| {
            let mut all = [proposal("left", weights[0]), proposal("right", weights[1])];
            let slot = |_: &str, name: &str| (String::new(), name.to_owned());
            settle(&mut all, slot, |_, name| {
                (name == taken).then_some(Obstacle::Reserved)
            });
            all.map(|proposal| proposal.name().to_owned())
        };
        assert_eq!(settled([0, 0], ""), ["LeftMainSail", "RightMainSail"]);
        assert_eq!(settled([2, 3], ""), ["LeftMainSail", "MainSail"]);
        assert_eq!(settled([2, 3], "MainSail"), ["LeftMainSail", "RightMainSail"]);
        assert_eq!(
            settled([0, 0], "LeftMainSail"),
            ["BoatLeftMainSail", "RightMainSail"]
        );
    }

    #[test]
    fn names_of_different_extents_are_no_rivals() {
        let sail = |module: &str| {
            let words = words("Boat main_sail");
            Proposal::of_object(module.to_owned(), &words, &path("boat:main_sail"))
        };
        let mut all = [sail("port"), sail("dock")];
        let slot = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        settle(&mut all, slot, |_, _| None);
        assert_eq!(
            all.map(|proposal| proposal.name().to_owned()),
            ["MainSail", "MainSail"]
        );
    }
}
