//! Compares API versions.

/// The relation of an event's API version to the version of this crate. A difference is
/// never an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VersionMatch {
    /// The versions are equal.
    Same,
    /// Both versions belong to one train, such as `dahlia` in `2026-08-26.dahlia`; they
    /// differ by additions only.
    SameTrain,
    /// The versions belong to different trains; fields may have changed.
    DifferentTrain,
    /// The event has no version, or one without a train.
    Unknown,
}

impl VersionMatch {
    /// Compares the version of an event with another version. Preview versions must be
    /// equal as a whole.
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

    /// Compares the version of an event with the version of this crate.
    #[must_use]
    pub fn with_crate(event: Option<&str>) -> Self {
        Self::of(event, crate::API_VERSION)
    }
}

fn is_preview(train: &str) -> bool {
    train.contains("preview") || train.contains(';')
}
