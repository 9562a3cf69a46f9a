//! Short names between the module and its glue: wasm-bindgen's hold a hash, which no packer makes
//! small, and the wasm, the glue and each call say them again.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The pass of wasm-opt that makes the module's names short and prints which it gave.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";

/// What that pass calls the module that the imports come from.
const MODULE: &str = "a";

/// What the pass prints: the names before, each followed by the one it gave.
#[derive(Deserialize)]
struct Names {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Puts the names of `printed` into the glue.
///
/// # Errors
/// Where the glue lacks a name that the module had: wasm-bindgen writes its glue in another way.
pub fn rename(glue: &Path, printed: &str) -> Result<()> {
    let names: Names = serde_json::from_str(printed).context("wasm-opt printed no names")?;
    let mut text = std::fs::read_to_string(glue)?;
    for (module, old, new) in &names.imports {
        text = text.replace(&format!("\"{module}\": "), &format!("\"{MODULE}\": "));
        let key = format!("{old}: ");
        if !text.contains(&key) {
            bail!("the glue has no import {old}");
        }
        text = text.replace(&key, &format!("{new}: "));
    }
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
