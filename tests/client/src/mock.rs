//! Stripe's own mock server, which checks requests against the document.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use test_support::official::{DAHLIA, go_program};

use crate::strict;

/// Where the program is: in `STRIPE_MOCK`, in `PATH`, or where Go installs programs.
///
/// # Errors
/// It is not there; the text says how to install it.
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

/// A mock server that is running; it ends with this value.
#[derive(Debug)]
pub struct Mock {
    process: Child,
    port: u16,
}

impl Mock {
    /// Starts it on a free port. It refuses calls for another version of the API than its own.
    ///
    /// # Errors
    /// It cannot be started, or does not say on which port it listens.
    pub fn start(program: &Path) -> Result<Self, String> {
        Self::run(Command::new(program))
    }

    /// Like `start`, but it also refuses unknown members deep inside of requests.
    ///
    /// # Errors
    /// As with `start`, and where the official documents are missing or cannot be read.
    pub fn start_strict(program: &Path, folder: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("-spec").arg(strict::document(folder)?);
        command.arg("-fixtures").arg(DAHLIA.fixtures()?);
        Self::run(command)
    }

    fn run(mut command: Command) -> Result<Self, String> {
        let program = command.get_program().to_owned();
        let mut process = command
            // An address in place of the port would leave HTTPS on, on a port of its own.
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
        // A full pipe would stop it.
        thread::spawn(move || lines.for_each(drop));
        Ok(mock)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about either failure.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
