//! `cargo xtask fallback`: the core as JavaScript, for pages that may run no WebAssembly.
//! wasm-bindgen without reference types, then binaryen's wasm2js, then `scripts/fallback.js`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::wasm::{self, binaryen};

/// What wasm2js cannot say in JavaScript; wasm-bindgen does without it where the module does not
/// claim it.
const UNSPEAKABLE: [&[u8]; 2] = [b"reference-types", b"multivalue"];

const CUSTOM_SECTION: u8 = 0;
const HEADER_LENGTH: usize = 8;

/// Builds `www/pkg/standfirst_js.js` of the module that cargo built for `cargo xtask wasm`.
pub fn build(root: &Path) -> Result<()> {
    let bytes = std::fs::read(wasm::cargo_module(root)).context("run `cargo xtask wasm` first")?;
    let folder = root.join("target/fallback");
    let plain = without_claims(&bytes).context("the module's sections cannot be followed")?;
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

/// The module with the claims of [`UNSPEAKABLE`] features taken out of its `target_features`.
fn without_claims(module: &[u8]) -> Option<Vec<u8>> {
    let mut out = module.get(..HEADER_LENGTH)?.to_vec();
    let mut rest = module.get(HEADER_LENGTH..)?;
    while let Some((&id, after)) = rest.split_first() {
        let (length, body) = leb128(after)?;
        let (section, next) = body.split_at_checked(length)?;
        let name = b"\x0ftarget_features";
        match section.strip_prefix(name) {
            Some(features) if id == CUSTOM_SECTION => {
                let kept = [name, kept_features(features)?.as_slice()].concat();
                out.push(id);
                push_leb128(&mut out, kept.len());
                out.extend(kept);
            }
            _ => out.extend(rest.get(..rest.len() - next.len())?),
        }
        rest = next;
    }
    Some(out)
}

/// A vector of features, each a sign and a name.
fn kept_features(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut rest) = leb128(section)?;
    let mut kept: Vec<u8> = Vec::new();
    let mut number = 0;
    for _ in 0..count {
        let (length, name) = leb128(rest.get(1..)?)?;
        let (name, next) = name.split_at_checked(length)?;
        if !UNSPEAKABLE.contains(&name) {
            kept.extend(rest.get(..rest.len() - next.len())?);
            number += 1;
        }
        rest = next;
    }
    let mut out = Vec::new();
    push_leb128(&mut out, number);
    out.extend(kept);
    Some(out)
}

fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn push_leb128(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::without_claims;

    #[test]
    fn claims_are_taken_out_and_the_rest_stays() {
        let module = |features: &[u8]| {
            let mut bytes = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
            bytes.extend([0, 16 + features.len() as u8]);
            bytes.extend(b"\x0ftarget_features");
            bytes.extend(features);
            bytes.extend(b"\0\x02\x01x");
            bytes
        };
        let claims = module(b"\x03+\x0freference-types+\x08sign-ext+\x0amultivalue");
        assert_eq!(without_claims(&claims), Some(module(b"\x01+\x08sign-ext")));
        let cut_short = claims.get(..claims.len() - 1).unwrap();
        assert_eq!(without_claims(cut_short), None);
    }
}
