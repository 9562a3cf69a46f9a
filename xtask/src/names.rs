//! Short names between the module and its glue: the wasm, the glue and each call say them again.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The pass of wasm-opt that makes the module's names short and prints which it gave.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";

/// What the pass prints: the names before, each followed by the one it gave.
#[derive(Deserialize)]
struct Names {
    imports: Vec<serde_json::Value>,
    exports: Vec<(String, String)>,
}

/// Puts the names of `printed` into the glue.
///
/// # Errors
/// Where the module imports anything: the glue has nothing to give.
pub fn rename(glue: &Path, printed: &str) -> Result<()> {
    let names: Names = serde_json::from_str(printed).context("wasm-opt printed no names")?;
    if !names.imports.is_empty() {
        bail!("the core imports what its glue does not have: {:?}", names.imports);
    }
    let mut text = std::fs::read_to_string(glue)?;
    for (old, new) in &names.exports {
        text = with_export(&text, &format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    std::fs::write(glue, text)?;
    Ok(())
}

/// `text` with `new` for each `old` that is no mere beginning of a longer name.
fn with_export(text: &str, old: &str, new: &str) -> String {
    let mut parts = text.split(old);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let goes_on = part.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        out.push_str(if goes_on { old } else { new });
        out.push_str(part);
    }
    out
}
