//! The API version of an event beside that of this crate.

/// How the version of an event relates to the one that this crate was made for: a fact for the
/// caller, never an error of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VersionMatch {
    /// The same version.
    Same,
    /// The same train, `dahlia` in `2026-08-26.dahlia`: only additions lie between them.
    SameTrain,
    /// Another train: fields may have changed.
    DifferentTrain,
    /// The event has no version, or one that has no train.
    Unknown,
}

impl VersionMatch {
    /// Compares the version of an event with another. A preview is compared as a whole.
    #[must_use]
    pub fn of(event: Option<&str>, pinned: &str) -> Self {
        let Some(event) = event.filter(|version| !version.is_empty()) else {
            return Self::Unknown;
        };
        if event == pinned {
            return Self::Same;
        }
        match (event.split_once('.'), pinned.split_once('.')) {
            (None, _) => Self::Unknown,
            (Some((_, event)), Some((_, pinned)))
                if event == pinned && !is_preview(pinned) =>
            {
                Self::SameTrain
            }
            _ => Self::DifferentTrain,
        }
    }

    /// Compares the version of an event with the one that this crate was made for.
    #[must_use]
    pub fn with_crate(event: Option<&str>) -> Self {
        Self::of(event, crate::API_VERSION)
    }
}

fn is_preview(train: &str) -> bool {
    train.contains("preview") || train.contains(';')
}
