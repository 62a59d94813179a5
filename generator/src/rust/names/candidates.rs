//! The possible names of a type, best first, and the choice among them.

use std::collections::BTreeMap;

use super::reason::{Obstacle, Refused};
use crate::model::{EnumValue, SchemaPath, Step};
use crate::rust::ident;

/// The maximum number of values that the name of an enum spells out.
const SPELLED_VALUES: usize = 3;

/// The maximum length of a name that has all words of its path.
const LONGEST: usize = 45;

/// The number of steps at the end of a path that say enough beside its first word.
const TELLING_STEPS: usize = 2;

/// The way in which names are built from the words of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Style<'a> {
    /// The last words, as few as say enough.
    Short,
    /// All words. If these are too long, the scope has briefer ones for some of them; if that does
    /// not suffice, the first one and as few of the last ones as say enough.
    Whole(&'a BTreeMap<String, String>),
}

/// The possible names of one type.
pub(crate) struct Proposal {
    pub(crate) module: String,
    names: Vec<String>,
    chosen: usize,
    /// `true` if the best name lacks words because it would be too long with them.
    pub(crate) is_shortened: bool,
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
        let (chosen, weight, refused) = (0, 0, Vec::new());
        Self { module, names: unique, chosen, is_shortened: false, weight, refused }
    }

    /// Creates a proposal with names that are built from these words first.
    fn in_style(
        module: String,
        style: Style<'_>,
        words: &[String],
        further: impl IntoIterator<Item = String>,
        decorate: impl Fn(String) -> String,
    ) -> Self {
        let names =
            style.names(words).into_iter().chain(further).map(decorate).collect();
        Self { is_shortened: style.shortens(words), ..Self::new(module, names) }
    }

    /// Returns the current name.
    pub(crate) fn name(&self) -> &str {
        self.names.get(self.chosen).map_or("", String::as_str)
    }

    /// Proposes the name of a resource.
    pub(crate) fn of_resource(module: String, name: String) -> Self {
        Self::new(module, vec![name])
    }

    /// Proposes names for a component that is a part of a resource: that of the resource with the
    /// words of the path from there, then `own`.
    pub(crate) fn of_part(
        module: String,
        style: Style<'_>,
        words: &[String],
        own: String,
    ) -> Self {
        Self::in_style(module, style, words, [own], |name| name)
    }

    /// Proposes names for a received object or union: those of its path.
    pub(crate) fn of_object(
        module: String,
        style: Style<'_>,
        words: &[String],
        path: &SchemaPath,
    ) -> Self {
        Self::in_style(module, style, words, inside(words, path), |name| name)
    }

    /// Proposes names for the parameters of an operation: the given ones, then its words.
    pub(crate) fn of_operation(
        module: String,
        names: Vec<String>,
        words: &[String],
    ) -> Self {
        let ends = (1..=words.len()).map(|used| joined(words, used));
        Self::new(module, names.into_iter().chain(ends).collect())
    }

    /// Proposes names for an object inside parameters: that of the received object at
    /// its path, or those of its path, and then with the verb of the operation. The paths are
    /// given without the verb, and `whole` with it.
    pub(crate) fn of_params(
        module: String,
        style: Style<'_>,
        paths: &[Vec<String>],
        whole: &[String],
        twin: Option<&str>,
        verb: &str,
    ) -> Self {
        let verb = ident::camel(verb);
        let with_verb = |name: String| format!("{verb}{name}");
        let (plain, with_verbs) = if style.is_whole() {
            let plain = match is_of_one(paths) {
                true => united(paths),
                false => paths.first().cloned().unwrap_or_default(),
            };
            let mut names: Vec<String> =
                style.names(&plain).into_iter().map(with_verb).collect();
            // What several paths have in common can be the same for two types.
            names.extend(paths.first().into_iter().flat_map(|path| style.names(path)));
            (plain, names)
        } else {
            (paths.first().cloned().unwrap_or_default(), style.names(whole))
        };
        let twins = match (twin, style) {
            (None, _) => Vec::new(),
            (Some(twin), Style::Short) => {
                vec![twin.to_owned(), with_verb(twin.to_owned())]
            }
            (Some(twin), Style::Whole(_)) => vec![twin.to_owned()],
        };
        let is_shortened = twins.is_empty() && style.shortens(&plain);
        // The first form of a parameter has the plain name.
        let weight = usize::from(!plain.iter().any(|word| word.contains(FORM)));
        let shared: Vec<String> = match is_of_one(paths) {
            true => Vec::new(),
            false => without_resource(&plain),
        };
        let names =
            twins.into_iter().chain(shared).chain(style.names(&plain)).chain(with_verbs);
        let names = names.map(|name| format!("{name}Params")).collect();
        Self { is_shortened, weight, ..Self::new(module, names) }
    }

    /// Proposes names for a reference to one of several components.
    pub(crate) fn of_reference(module: String, style: Style, words: &[String]) -> Self {
        Self::in_style(module, style, words, None, |name| format!("{name}Ref"))
    }

    /// Proposes names for an enum that appears at several paths, each given by its
    /// words: what all paths have in common, then its property and its values, then the parents
    /// of the first path.
    pub(crate) fn of_enum(
        module: String,
        style: Style<'_>,
        paths: &[Vec<String>],
        whole: &[String],
        values: &[EnumValue],
        path: &SchemaPath,
    ) -> Self {
        let Some(words) = paths.first() else { return Self::new(module, Vec::new()) };
        let weight = values.len();
        if style.is_whole() && is_of_one(paths) {
            let mut further = style.names(words);
            if path.is_sent() {
                // With the verb of the operation instead of the resource.
                further.extend(style.names(whole.get(1..).unwrap_or_default()));
            }
            further.extend(inside(words, path));
            let proposal =
                Self::in_style(module, style, &united(paths), further, |name| name);
            return Self { weight, ..proposal };
        }
        let mut names: Vec<String> = telling(words, common(paths)).collect();
        if paths.len() > 1 {
            let property = joined(words, 1);
            if style.is_whole() {
                names = without_resource(words);
            }
            if names.is_empty() {
                names.push(property.clone());
            }
            if values.len() <= SPELLED_VALUES {
                let values: Vec<&str> = values.iter().map(|v| v.wire.as_str()).collect();
                names.push(format!("{property}{}", ident::camel(&values.join("_or_"))));
            }
        }
        names.extend(style.names(words));
        names.extend(style.names(whole));
        names.extend(inside(words, path));
        Self { weight, ..Self::new(module, names) }
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

impl Style<'_> {
    fn is_whole(self) -> bool {
        matches!(self, Self::Whole(_))
    }

    /// Returns `true` if the best name lacks words.
    fn shortens(self, words: &[String]) -> bool {
        self.is_whole() && joined(words, words.len()).len() > LONGEST
    }

    /// Returns the names that words give, best first.
    fn names(self, words: &[String]) -> Vec<String> {
        let Self::Whole(briefer) = self else {
            return telling(words, words.len()).collect();
        };
        let plain: Vec<String> = words.iter().map(|word| without_form(word)).collect();
        let mut names = whole(&plain, briefer);
        if plain != words {
            names.extend(whole(words, briefer));
        }
        names
    }
}

/// Precedes the number of a form of a parameter at the end of its word.
pub(crate) const FORM: char = '|';

fn without_form(word: &str) -> String {
    word.split(FORM).next().unwrap_or_default().to_owned()
}

/// Returns the name with all words or, if that is too long, with briefer ones and as many of the
/// last ones as fit; then longer names.
fn whole(words: &[String], briefer: &BTreeMap<String, String>) -> Vec<String> {
    let all = joined(words, words.len());
    if all.len() <= LONGEST {
        return vec![all];
    }
    let words = brief(words, briefer);
    let with_end = |used: usize| {
        let end = &words[words.len() - used..];
        joined(&[&words[..1], end].concat(), used + 1)
    };
    let most = words.len() - 1;
    let least = TELLING_STEPS.min(most);
    let fitting = (least..=most).rev().find(|used| with_end(*used).len() <= LONGEST);
    (fitting.unwrap_or(least)..=most).map(with_end).chain([all]).collect()
}

/// Replaces words with briefer ones.
fn brief(words: &[String], briefer: &BTreeMap<String, String>) -> Vec<String> {
    let mut brief = Vec::new();
    let mut words = words.iter();
    brief.extend(words.next().cloned());
    while let Some(word) = words.next() {
        let mut word = word.clone();
        while let Some((before, after)) =
            briefer.get(&word).and_then(|b| b.split_once('*'))
            && let Some(next) = words.next()
        {
            let is_last = words.len() == 0 && !next.ends_with(after);
            let after = if is_last { after } else { "" };
            word = format!("{before}{next}{after}");
        }
        brief.push(word);
    }
    brief
}

/// Returns `true` if all paths begin with the same word: they belong to one resource.
fn is_of_one(paths: &[Vec<String>]) -> bool {
    let mut firsts = paths.iter().map(|path| path.first());
    let first = firsts.next();
    firsts.all(|other| Some(other) == first)
}

/// Returns what the paths of one type have in common, at their beginnings and at their ends; or
/// the first path if that says too little.
fn united(paths: &[Vec<String>]) -> Vec<String> {
    let Some((first, others)) = paths.split_first() else { return Vec::new() };
    let shortest = paths.iter().map(Vec::len).min().unwrap_or_default();
    let alike = |other: &Vec<String>| {
        first.iter().zip(other).take_while(|(one, other)| one == other).count()
    };
    let head = others.iter().map(alike).min().unwrap_or(first.len());
    let tail = common(paths).min(shortest - head);
    let (head, tail) = (&first[..head], &first[first.len() - tail..]);
    let steps = head.len() + tail.len();
    if steps == shortest {
        return [head, tail].concat();
    }
    let has_two_words = tail.last().is_some_and(|word| word.contains('_'));
    match !tail.is_empty() && (steps > TELLING_STEPS || has_two_words) {
        // The gap is a word, so that what follows it is not taken for what is inside of what
        // precedes it.
        true => [head, &[String::new()], tail].concat(),
        false => first.clone(),
    }
}

/// Returns the names of a type of several resources: the end of its path, without a resource.
fn without_resource(words: &[String]) -> Vec<String> {
    let words: Vec<String> =
        words.iter().skip(1).map(|word| without_form(word)).collect();
    telling(&words, words.len()).filter(|name| has_two_words(name)).collect()
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

    const SHORT: Style<'_> = Style::Short;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn briefer() -> BTreeMap<String, String> {
        let words = [("equipment", "*"), ("paint_options", "*_options")];
        words.map(|(word, brief)| (word.to_owned(), brief.to_owned())).into()
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
                Proposal::of_object("port".to_owned(), SHORT, &words(text), &path(key));
            assert_eq!(names(&proposal), expected, "{key}");
        }
    }

    #[test]
    fn sent_objects_are_called_as_their_counterparts() {
        let of = |twin| {
            Proposal::of_params(
                "port::params".to_owned(),
                SHORT,
                &[words("Boat sail")],
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
                SHORT,
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
                ..Proposal::of_object("port".to_owned(), SHORT, &words, &path("boat:x"))
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
            Proposal::of_object(
                module.to_owned(),
                Style::Short,
                &words,
                &path("boat:main_sail"),
            )
        };
        let mut all = [sail("port"), sail("dock")];
        let slot = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        settle(&mut all, slot, |_, _| None);
        assert_eq!(
            all.map(|proposal| proposal.name().to_owned()),
            ["MainSail", "MainSail"]
        );
    }

    #[test]
    fn whole_names_have_all_words_or_briefer_ones_or_as_many_of_the_last_as_fit() {
        let table = [
            ("Boat equipment main_sail", "BoatEquipmentMainSail"),
            (
                "Boat equipment navigation_instruments_of_all_the_cabins",
                "BoatNavigationInstrumentsOfAllTheCabins BoatEquipmentNavigationInstrumentsOfAllTheCabins",
            ),
            (
                "Boat paint_options waterline_and_every_topside_colours",
                "BoatWaterlineAndEveryTopsideColoursOptions BoatPaintOptionsWaterlineAndEveryTopsideColours",
            ),
            (
                "Boat paint_options waterline_and_every_topside_colours shade",
                "BoatWaterlineAndEveryTopsideColoursShade BoatPaintOptionsWaterlineAndEveryTopsideColoursShade",
            ),
            (
                "Boat rigging_and_everything_above_decks mast main_sail",
                "BoatMastMainSail BoatRiggingAndEverythingAboveDecksMastMainSail",
            ),
            // Two steps are the least, however long they are.
            (
                "Boat rigging sails_of_all_possible_sizes reefing_points_of_the_sail",
                "BoatSailsOfAllPossibleSizesReefingPointsOfTheSail BoatRiggingSailsOfAllPossibleSizesReefingPointsOfTheSail",
            ),
            ("Boat launch|2", "BoatLaunch BoatLaunch2"),
        ];
        for (text, expected) in table {
            let expected: Vec<&str> = expected.split(' ').collect();
            let briefer = briefer();
            let mut names = Style::Whole(&briefer).names(&words(text));
            names.dedup();
            assert_eq!(names, expected, "{text}");
        }
    }

    #[test]
    fn several_paths_are_called_as_what_they_have_in_common() {
        let table: [(&[&str], &str); 6] = [
            (&["Boat hull colour", "Boat hull colour"], "Boat hull colour"),
            (&["Boat hull main colour", "Boat hull spare colour"], "Boat hull  colour"),
            (&["Boat hull main_colour", "Boat deck main_colour"], "Boat  main_colour"),
            // One word says too little, unless it is one of the paths.
            (&["Boat hull colour", "Boat deck colour"], "Boat hull colour"),
            (&["Boat hull colour", "Boat colour"], "Boat colour"),
            (&["Boat hull colour", "Boat deck shade"], "Boat hull colour"),
        ];
        for (paths, expected) in table {
            let paths: Vec<Vec<String>> = paths.iter().map(|path| words(path)).collect();
            assert_eq!(united(&paths).join(" "), expected, "{paths:?}");
        }
    }

    #[test]
    fn the_verb_tells_sent_types_of_one_path_apart() {
        let briefer = briefer();
        let params = |steps: &str| {
            Proposal::of_params(
                "boats::params".to_owned(),
                Style::Whole(&briefer),
                &[words(&format!("Boat {steps}"))],
                &words(&format!("Boat UpdateBoat {steps}")),
                None,
                "update",
            )
        };
        assert_eq!(
            names(&params("sail")),
            "BoatSailParams UpdateBoatSailParams BoatsBoatSailParams"
        );
        // The first form of a parameter has the plain name.
        assert!(params("sail").weight > params("sail|2").weight);
        let colour = Proposal::of_enum(
            "boats::params".to_owned(),
            Style::Whole(&briefer),
            &[words("Boat colour")],
            &words("Boat UpdateBoat colour"),
            &[],
            &crate::testing::sent(crate::model::OperationId(0), "colour"),
        );
        assert_eq!(
            names(&colour),
            "BoatColour UpdateBoatColour BoatsBoatColour BoatsUpdateBoatColour"
        );
    }
}
