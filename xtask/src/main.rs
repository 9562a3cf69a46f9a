//! Build steps that are more than a command line: `cargo xtask wasm`, `ext`, `size`.

mod ext;
mod size;
mod target;
mod wasm;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;

/// Build steps of Standfirst.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Step {
    /// Build the core to WebAssembly, with its JavaScript glue, into www/pkg.
    Wasm,
    /// Build the extension's packages for Chromium and Firefox into dist (after `wasm`).
    Ext,
    /// Print the shipped bytes by part and hold them against size.json.
    Size {
        /// Write the measured sizes to size.json.
        #[arg(long)]
        write: bool,
    },
}

fn main() -> Result<()> {
    let root = root()?;
    match Step::parse() {
        Step::Wasm => wasm::build(&root),
        Step::Ext => ext::build(&root),
        Step::Size { write } => size::report(&root, write),
    }
}

fn root() -> Result<PathBuf> {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    Ok(manifest.parent().context("xtask lies in the repository")?.to_owned())
}
