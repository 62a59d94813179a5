//! The table of all figures.

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    label: &'static str,
    decimals: usize,
}

/// The rows of a build.
pub(crate) struct Build {
    pub(crate) own: Row,
    pub(crate) user: Row,
    pub(crate) dependencies: Row,
    pub(crate) total: Row,
    pub(crate) alone: Row,
}

/// The rows of requests to a server.
pub(crate) struct Requests {
    pub(crate) per_second: Row,
    pub(crate) cpu: Row,
    pub(crate) instructions: Row,
    pub(crate) connections: Row,
    pub(crate) peak: Row,
}

/// The rows of a run of the generator.
pub(crate) struct Generator {
    pub(crate) seconds: Row,
    pub(crate) peak: Row,
}

/// All rows.
pub(crate) mod rows {
    use super::{Build, Generator, Requests, Row};

    const fn row(label: &'static str, decimals: usize) -> Row {
        Row { label, decimals }
    }

    pub(crate) const DEV: Build = Build {
        own: row("dev build, CPU s: own crates", 1),
        user: row("dev build, CPU s: the user's crate", 1),
        dependencies: row("dev build, CPU s: dependencies", 1),
        total: row("dev build, CPU s: all", 1),
        alone: row("dev build, CPU s: own crate without transport", 1),
    };
    pub(crate) const RELEASE: Build = Build {
        own: row("release build, CPU s: own crates", 1),
        user: row("release build, CPU s: the user's crate", 1),
        dependencies: row("release build, CPU s: dependencies", 1),
        total: row("release build, CPU s: all", 1),
        alone: row("release build, CPU s: own crate without transport", 1),
    };
    pub(crate) const STRIPPED: Row = row("stripped release program, MB", 2);
    pub(crate) const CRATES: Row = row("crates in the tree", 0);
    pub(crate) const CRATES_BLOCKING: Row = row("crates in the tree, blocking", 0);
    pub(crate) const DECODE: Row = row("kIr: decode a session of 3 KB", 1);
    pub(crate) const DECODE_FULL: Row =
        row("kIr: decode a session with all fields, 20 KB", 1);
    pub(crate) const DECODE_LIST: Row = row("kIr: decode a list of 100 sessions", 0);
    pub(crate) const CONSTRUCT: Row =
        row("kIr: construct the parameters of a create", 1);
    pub(crate) const ENCODE: Row = row("kIr: encode them", 1);
    pub(crate) const BOTH: Row = row("kIr: construct and encode", 1);
    pub(crate) const CREATE: Row = row("kIr: a whole create, answered from memory", 1);
    pub(crate) const LIST: Row =
        row("kIr: a whole list of 100, answered from memory", 0);
    pub(crate) const SIZES: [Row; 6] = [
        row("bytes: Response<CheckoutSession>", 0),
        row("bytes: CheckoutSession", 0),
        row("bytes: BillingPortalConfiguration", 0),
        row("bytes: BillingPortalSession", 0),
        row("bytes: CreateCheckoutSession", 0),
        row("bytes: future of a create", 0),
    ];

    pub(crate) const HEAP: Row = row("bytes: heap of a create at its first pause", 0);
    pub(crate) const ONE: Requests = Requests {
        per_second: row("creates a second, one at a time", 0),
        cpu: row("CPU µs of a create, one at a time", 1),
        instructions: row("kIr: a create, one at a time", 1),
        connections: row("connections for 3,000 creates, one at a time", 0),
        peak: row("peak memory of them, MB", 1),
    };
    pub(crate) const MANY: Requests = Requests {
        per_second: row("creates a second, 32 at once", 0),
        cpu: row("CPU µs of a create, 32 at once", 1),
        instructions: row("kIr: a create, 32 at once", 1),
        connections: row("connections for 3,000 creates, 32 at once", 0),
        peak: row("peak memory of them, 32 at once, MB", 1),
    };
    pub(crate) const SLICE: Generator = Generator {
        seconds: row("generator, committed slice: CPU s", 2),
        peak: row("generator, committed slice: peak memory, MB", 0),
    };
    pub(crate) const DOCUMENT: Generator = Generator {
        seconds: row("generator, full document: CPU s", 2),
        peak: row("generator, full document: peak memory, MB", 0),
    };
    pub(crate) const WHOLE: Generator = Generator {
        seconds: row("generator, whole API: CPU s", 2),
        peak: row("generator, whole API: peak memory, MB", 0),
    };

    /// Returns the rows in the order of the table.
    pub(super) fn all() -> Vec<Row> {
        let mut all = Vec::new();
        for build in [DEV, RELEASE] {
            all.extend([
                build.own,
                build.user,
                build.dependencies,
                build.total,
                build.alone,
            ]);
        }
        all.extend([STRIPPED, CRATES, CRATES_BLOCKING]);
        all.extend([
            DECODE,
            DECODE_FULL,
            DECODE_LIST,
            CONSTRUCT,
            ENCODE,
            BOTH,
            CREATE,
            LIST,
        ]);
        all.extend(SIZES);
        all.push(HEAP);
        for requests in [ONE, MANY] {
            all.extend([
                requests.per_second,
                requests.cpu,
                requests.instructions,
                requests.connections,
                requests.peak,
            ]);
        }
        for run in [SLICE, DOCUMENT, WHOLE] {
            all.extend([run.seconds, run.peak]);
        }
        all
    }
}

impl Row {
    /// Returns `true` if the row has the size of this type or future.
    pub(crate) fn is_size_of(self, name: &str) -> bool {
        self.label.strip_prefix("bytes: ") == Some(name)
    }
}

/// The figures of a subject.
#[derive(Debug)]
pub(crate) struct Column {
    name: String,
    figures: Vec<(Row, f64)>,
    /// The figures that could not be measured, with the reasons.
    gaps: Vec<String>,
}

impl Column {
    /// Creates a column without figures.
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), figures: Vec::new(), gaps: Vec::new() }
    }

    /// Adds a figure.
    pub(crate) fn set(&mut self, row: Row, figure: f64) {
        self.figures.push((row, figure));
    }

    /// Adds a figure, or replaces it by the better one.
    pub(crate) fn set_best(
        &mut self,
        row: Row,
        figure: f64,
        better: fn(f64, f64) -> f64,
    ) {
        match self.figures.iter_mut().find(|(known, _)| *known == row) {
            Some((_, best)) => *best = better(*best, figure),
            None => self.set(row, figure),
        }
    }

    /// Notes that something could not be measured.
    pub(crate) fn gap(&mut self, reason: impl Into<String>) {
        let reason = reason.into();
        if !self.gaps.contains(&reason) {
            self.gaps.push(reason);
        }
    }

    fn get(&self, row: Row) -> Option<f64> {
        self.figures.iter().find(|(known, _)| *known == row).map(|(_, figure)| *figure)
    }
}

/// Prints a table in Markdown: the figures, and those of the first column relative to each
/// other one. Then it says what is missing.
pub(crate) fn print(columns: &[Column]) -> String {
    let names: Vec<_> = columns.iter().map(|column| column.name.clone()).collect();
    let (first, others) = match columns.split_first() {
        Some((first, others)) => (first, others),
        None => return String::new(),
    };
    let ratios = others.iter().map(|other| format!("{} / {}", first.name, other.name));
    let head: Vec<_> = names.into_iter().chain(ratios).collect();
    let mut lines = vec![format!("| | {} |", head.join(" | "))];
    lines.push(format!("|---|{}", "---:|".repeat(head.len())));
    for row in rows::all() {
        if columns.iter().all(|column| column.get(row).is_none()) {
            continue;
        }
        let figures = columns.iter().map(|column| cell(column.get(row), row.decimals));
        let ratios = others.iter().map(|other| {
            let ratio =
                first.get(row).zip(other.get(row)).map(|(ours, theirs)| ours / theirs);
            cell(ratio.filter(|ratio| ratio.is_finite()), 2)
        });
        let cells: Vec<_> = figures.chain(ratios).collect();
        lines.push(format!("| {} | {} |", row.label, cells.join(" | ")));
    }
    for column in columns {
        lines.extend(
            column
                .gaps
                .iter()
                .map(|gap| format!("\nnot run for {}: {gap}", column.name)),
        );
    }
    lines.join("\n")
}

fn cell(figure: Option<f64>, decimals: usize) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.decimals$}"))
}
