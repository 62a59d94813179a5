//! Command line of the generator.

mod cli;

use std::process::ExitCode;
use std::thread;

use clap::Parser;

/// The size of the stack. A tree has at most 128 levels, or a few times as many after overlays, and the
/// passes over it are recursive; those over types, which can contain each other to any depth, are not.
const STACK: usize = 16 << 20;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let run = move || cli.run();
    match thread::Builder::new()
        .stack_size(STACK)
        .spawn(run)
        .map(thread::JoinHandle::join)
    {
        Ok(Ok(code)) => code,
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Err(error) => {
            eprintln!("error: cannot start: {error}");
            ExitCode::from(2)
        }
    }
}
