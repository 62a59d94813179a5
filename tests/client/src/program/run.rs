//! The running program.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::model::Call;

/// A program that waits for calls, and stops when this value is dropped.
#[derive(Debug)]
pub struct Running {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    calls: usize,
}

impl Running {
    pub(super) fn start(file: &Path, base_url: &str) -> Self {
        let mut process = Command::new(file)
            .env("STRIPE_BASE_URL", base_url)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let input = process.stdin.take().expect("an input");
        let output = BufReader::new(process.stdout.take().expect("an output"));
        Self { process, input, output, calls: 0 }
    }

    /// Returns the number of calls so far, which is the number of the next one.
    pub fn made(&self) -> usize {
        self.calls
    }

    /// Performs all calls, several at once, and returns the outcome of each: `ok`, or
    /// the error. Their numbers, which the program sends as the header `Case`, continue
    /// those of earlier calls.
    pub fn make<'a>(
        &mut self,
        calls: impl IntoIterator<Item = &'a Call>,
    ) -> Vec<String> {
        let first = self.calls;
        let mut text = String::new();
        for call in calls {
            text += &format!("{}\n", call.json(self.calls));
            self.calls += 1;
        }
        // The program reads while it writes, so that neither pipe can block both sides.
        self.input.write_all(text.as_bytes()).expect("the program takes calls");
        let mut outcomes: BTreeMap<usize, String> = BTreeMap::new();
        while outcomes.len() < self.calls - first {
            let mut line = String::new();
            let length = self.output.read_line(&mut line).expect("the output is text");
            assert!(length > 0, "the program failed; it says why above");
            let (case, outcome) = line.trim_end().split_once('\t').expect("an outcome");
            outcomes.insert(case.parse().expect("a number"), outcome.to_owned());
        }
        let all = outcomes.keys().copied().eq(first..self.calls);
        assert!(all, "the program did not make each call once");
        outcomes.into_values().collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have stopped already; neither failure matters here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
