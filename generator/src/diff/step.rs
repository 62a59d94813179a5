//! The step to the next version of the crate; the rules are in the documentation of the
//! [module above](super).

use super::{Change, Level};

/// The effect of all changes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing changed.
    None,
    /// Only the API changed.
    Api,
    /// Items of the crate were added or changed, and none that breaks code.
    Crate,
    /// Users may be broken.
    Breaking,
}

impl Effect {
    pub(super) fn of(changes: &[Change]) -> Self {
        let effect = |change: &Change| match (change.breaking, change.level) {
            (true, _) => Self::Breaking,
            (false, Level::Crate) => Self::Crate,
            (false, Level::Api) => Self::Api,
        };
        changes.iter().map(effect).max().unwrap_or(Self::None)
    }
}

/// A step from one version to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The part of the version that grows: `major`, `minor`, `patch` or `none`.
    pub name: &'static str,
    /// The next version.
    pub next: String,
}

impl Step {
    /// Returns the step from a version. What follows the three numbers is dropped, unless
    /// nothing changed.
    pub(super) fn new(effect: Effect, version: &str) -> Self {
        let mut parts = version.split(['.', '-', '+']).map(|part| part.parse().ok());
        let mut number = || parts.next().flatten().unwrap_or(0_u64);
        let (major, minor, patch) = (number(), number(), number());
        let (name, next) = match (effect, major) {
            (Effect::None, _) => ("none", None),
            (Effect::Breaking, 0) => ("minor", Some((0, minor + 1, 0))),
            (Effect::Breaking, _) => ("major", Some((major + 1, 0, 0))),
            (Effect::Crate, 1..) => ("minor", Some((major, minor + 1, 0))),
            (Effect::Crate | Effect::Api, _) => {
                ("patch", Some((major, minor, patch + 1)))
            }
        };
        let next = next.map(|(major, minor, patch)| format!("{major}.{minor}.{patch}"));
        Self { name, next: next.unwrap_or_else(|| version.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_from_the_effect_and_the_version() {
        let table = [
            (Effect::None, "0.4.2", "none", "0.4.2"),
            (Effect::Api, "0.4.2", "patch", "0.4.3"),
            (Effect::Crate, "0.4.2", "patch", "0.4.3"),
            (Effect::Breaking, "0.4.2", "minor", "0.5.0"),
            (Effect::None, "1.4.2", "none", "1.4.2"),
            (Effect::Api, "1.4.2", "patch", "1.4.3"),
            (Effect::Crate, "1.4.2", "minor", "1.5.0"),
            (Effect::Breaking, "1.4.2", "major", "2.0.0"),
        ];
        for (effect, version, name, next) in table {
            let next = next.to_owned();
            assert_eq!(Step::new(effect, version), Step { name, next });
        }
    }
}
