//! Runs the example programs.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use client_tests::programs;

pub(crate) type Outcome = Result<(), String>;

pub(crate) const WEBHOOK_SECRET: &str = "whsec_examples";

/// An address without a server, for programs that must not call any.
const NOBODY: &str = "http://127.0.0.1:9";

/// A program and its environment.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    input: String,
}

/// Returns a program with an API key and no reachable server.
pub(crate) fn program(name: &str) -> Result<Program, String> {
    let mut command = Command::new(file(name)?);
    // The servers are on this machine.
    for scheme in ["HTTP", "HTTPS", "ALL"] {
        let variable = format!("{scheme}_PROXY");
        command.env_remove(variable.to_lowercase()).env_remove(variable);
    }
    command
        .env("STRIPE_SECRET_KEY", "sk_test_123")
        .env("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET)
        .env("STRIPE_API_BASE", NOBODY)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Ok(Program { command, input: String::new() })
}

fn file(name: &str) -> Result<&'static Path, String> {
    let found = programs::examples()?.get(name).map(PathBuf::as_path);
    found.ok_or_else(|| format!("there is no example `{name}`"))
}

impl Program {
    pub(crate) fn arguments(mut self, arguments: &[&str]) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets the server to call.
    pub(crate) fn on(self, url: &str) -> Self {
        self.with("STRIPE_API_BASE", url)
    }

    pub(crate) fn with(mut self, variable: &str, value: &str) -> Self {
        self.command.env(variable, value);
        self
    }

    pub(crate) fn without(mut self, variable: &str) -> Self {
        self.command.env_remove(variable);
        self
    }

    /// Sets the standard input.
    pub(crate) fn input(mut self, text: &str) -> Self {
        text.clone_into(&mut self.input);
        self
    }

    pub(crate) fn into_command(self) -> Command {
        self.command
    }

    /// Runs the program, which must succeed. Returns its output.
    pub(crate) fn succeed(self) -> Result<String, String> {
        let output = self.run()?;
        let told = text(&output.stdout);
        if output.status.success() {
            return Ok(told);
        }
        Err(format!("{}\n{told}\n{}", output.status, text(&output.stderr)))
    }

    /// Runs the program, which must fail without a panic. Returns its output.
    pub(crate) fn fail(self) -> Result<String, String> {
        let output = self.run()?;
        let told = text(&output.stdout) + &text(&output.stderr);
        let code = output.status.code();
        ensure(code == Some(1), || format!("{}\n{told}", output.status))?;
        Ok(told)
    }

    fn run(mut self) -> Result<Output, String> {
        let mut child = self.command.spawn().map_err(|error| error.to_string())?;
        if let Some(mut input) = child.stdin.take() {
            // A program that does not read may have ended already.
            let _ = input.write_all(self.input.as_bytes());
        }
        child.wait_with_output().map_err(|error| error.to_string())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(otherwise()) }
}
