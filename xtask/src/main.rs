//! Build steps that are more than a command line: `cargo xtask wasm`, `ext`, `size`.

mod ext;
mod fallback;
mod names;
mod order;
mod size;
mod target;
mod wasm;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;

/// Build steps of Standfirst.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Step {
    /// Build the core to WebAssembly, with its JavaScript glue, into www/pkg.
    Wasm,
    /// Build the core to JavaScript too, www/pkg/standfirst_js.js, of what `wasm` has left.
    Fallback,
    /// Build the extension's packages for Chromium and Firefox into dist (after `wasm`).
    Ext,
    /// Print the shipped bytes by part.
    Size {
        /// Fail where a part is larger than size.json says. Sizes differ by toolchain (see
        /// `target.rs`): size.json holds those of the one that builds the standard library small.
        #[arg(long)]
        check: bool,
        /// Write the measured sizes to size.json.
        #[arg(long)]
        write: bool,
    },
}

fn main() -> ExitCode {
    match run(Step::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain of causes, without a trace: this is for people.
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(step: Step) -> Result<()> {
    let root = root()?;
    match step {
        Step::Wasm => wasm::build(&root),
        Step::Fallback => fallback::build(&root),
        Step::Ext => ext::build(&root),
        Step::Size { check, write } => size::report(&root, check, write),
    }
}

fn root() -> Result<PathBuf> {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    Ok(manifest.parent().context("xtask lies in the repository")?.to_owned())
}
