//! `cargo xtask fallback`: the core as JavaScript, for pages that may run no WebAssembly.
//! wasm-bindgen without reference types, then binaryen's wasm2js, then `scripts/fallback.js`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::claims::without;
use crate::wasm::{self, binaryen};

/// What wasm2js cannot say in JavaScript.
const UNSPEAKABLE: [&[u8]; 2] = [b"reference-types", b"multivalue"];

/// Builds `www/pkg/standfirst_js.js` of the module that cargo built for `cargo xtask wasm`.
pub fn build(root: &Path) -> Result<()> {
    let bytes = std::fs::read(wasm::cargo_module(root)).context("run `cargo xtask wasm` first")?;
    let folder = root.join("target/fallback");
    let plain = without(&bytes, &UNSPEAKABLE)?;
    Bindgen::new()
        .input_bytes("standfirst", plain)
        .web(true)
        .context("wasm-bindgen: no web target")?
        .typescript(false)
        .reset_state_function(true)
        .generate(&folder)
        .context("wasm-bindgen could not make the glue")?;
    let module = folder.join("standfirst_bg.wasm");
    let lowered = folder.join("lowered.wasm");
    // Lowered first, made small after: wasm2js has no instruction for these.
    binaryen(
        root,
        "wasm-opt",
        &module,
        &lowered,
        &[
            "--signext-lowering",
            "--llvm-nontrapping-fptoint-lowering",
            "--llvm-memory-copy-fill-lowering",
            "-Oz",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ],
    )?;
    binaryen(root, "wasm2js", &lowered, &folder.join("core.js"), &["-Oz"])?;
    let status = Command::new("node")
        .arg(root.join("scripts/fallback.js"))
        .status()
        .context("node did not start: is Node 20 installed?")?;
    if !status.success() {
        bail!("scripts/fallback.js could not put the parts together");
    }
    Ok(())
}
