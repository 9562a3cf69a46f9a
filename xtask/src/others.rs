//! The file of what is known of languages other than English, `www/pkg/standfirst_others.js`, which
//! `src/others.rs` takes in: a module with one string, which bundlers, policies and integrity treat as any other.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes it and its types.
pub fn write(root: &Path) -> Result<()> {
    let words = root.join("src/language/others.txt");
    let text = fs::read_to_string(&words).with_context(|| words.display().to_string())?;
    let package = root.join("www/pkg");
    let module = format!("export default {};\n", serde_json::to_string(text.trim_end())?);
    fs::write(package.join("standfirst_others.js"), module)?;
    let types = "/** What the core's `learn` takes in. */\ndeclare const others: string;\nexport default others;\n";
    Ok(fs::write(package.join("standfirst_others.d.ts"), types)?)
}
