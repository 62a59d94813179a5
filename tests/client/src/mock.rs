//! Stripe's mock server, which validates requests against the document.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use test_support::official::{DAHLIA, go_program};

use crate::strict;

/// Returns the path of the program, from `STRIPE_MOCK`, `PATH`, or the folder where Go
/// installs programs.
///
/// # Errors
/// Returns instructions to install it if it is missing.
pub fn program() -> Result<PathBuf, String> {
    let found = match std::env::var_os("STRIPE_MOCK").map(PathBuf::from) {
        Some(file) if file.is_file() => Ok(file),
        Some(file) => Err(format!("STRIPE_MOCK: {} is not a file", file.display())),
        None => go_program("stripe-mock"),
    };
    found.map_err(|reason| {
        format!("{reason}: go install github.com/stripe/stripe-mock@v0.203.0")
    })
}

/// A running mock server, which stops when this value is dropped.
#[derive(Debug)]
pub struct Mock {
    process: Child,
    port: u16,
}

impl Mock {
    /// Starts it on a free port. It rejects calls for any API version but its own.
    ///
    /// # Errors
    /// Returns an error if it cannot be started or does not print its port.
    pub fn start(program: &Path) -> Result<Self, String> {
        Self::run(Command::new(program))
    }

    /// Starts a server like `start` does, which also rejects unknown members deep inside
    /// requests.
    ///
    /// # Errors
    /// Returns an error like `start`, or if the official documents are missing or cannot
    /// be read.
    pub fn start_strict(program: &Path, folder: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("-spec").arg(strict::document(folder)?);
        command.arg("-fixtures").arg(DAHLIA.fixtures()?);
        Self::run(command)
    }

    fn run(mut command: Command) -> Result<Self, String> {
        let program = command.get_program().to_owned();
        let mut process = command
            // An address instead of the port would leave HTTPS enabled, on another port.
            .args(["-strict-version-check", "-http-port", "0"])
            .env_remove("PORT")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let output = process.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let address =
                line.strip_prefix("Listening for HTTP at address: ")?.to_owned();
            address.rsplit_once(':')?.1.parse().ok()
        });
        let mut mock = Self { process, port: 0 };
        mock.port = port.ok_or("stripe-mock did not say where it listens")?;
        // A full pipe would block it.
        thread::spawn(move || lines.for_each(drop));
        Ok(mock)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // It may have stopped already; neither failure matters here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
