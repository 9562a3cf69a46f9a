//! The extension's packages: bundling, icons and zips are the npm libraries' work, in Node.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Runs `scripts/extension.js`.
pub fn build(root: &Path) -> Result<()> {
    let status = Command::new("node")
        .arg("scripts/extension.js")
        .current_dir(root)
        .status()
        .context("node is not installed")?;
    ensure!(status.success(), "scripts/extension.js failed: {status}");
    Ok(())
}
