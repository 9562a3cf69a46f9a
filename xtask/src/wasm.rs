//! `cargo xtask wasm`: cargo, then wasm-bindgen, then wasm-opt, into www/pkg.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::names;
use crate::order;
use crate::target::{TRIPLE, Toolchain};
use crate::words;

/// What every browser in question has (Chrome 116, Firefox 140, Safari 17.4), and rustc uses.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

/// Builds the core to `www/pkg/standfirst.js` and `www/pkg/standfirst_bg.wasm`.
pub fn build(root: &Path) -> Result<()> {
    let toolchain = Toolchain::find()?;
    let target = root.join("target/wasm");
    println!("wasm: building the core ({toolchain:?})");
    let status = toolchain
        .cargo_build()
        .args(["--package", "standfirst", "--lib", "--release", "--features", "web", "--locked"])
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root)
        .status()
        .context("cargo did not start")?;
    if !status.success() {
        bail!("cargo could not build the core for {TRIPLE}");
    }
    let mark = std_mark(root);
    if toolchain.builds_std() {
        std::fs::write(mark, "")?;
    } else if mark.exists() {
        std::fs::remove_file(mark)?;
    }
    let package = root.join("www/pkg");
    Bindgen::new()
        .input_path(cargo_module(root))
        .web(true)
        .context("wasm-bindgen: no web target")?
        .typescript(true)
        .omit_default_module_path(false)
        .reset_state_function(true)
        .generate(&package)
        .context("wasm-bindgen could not make the glue")?;
    encode_at_once(&package.join("standfirst.js"))?;
    // The JavaScript build (`fallback.rs`) answers to the same calls.
    std::fs::write(
        package.join("standfirst_js.d.ts"),
        "export { __wbg_reset_state, learn, segment, summarize } from './standfirst.js';\n",
    )?;
    words::write(root)?;
    optimize(root, &package)
}

/// The glue's way of handing over a string, with the encoding left to the browser. Its own goes letter
/// by letter until one is not ASCII, which is slow for a page's text in code that no compiler has
/// seen yet, and that is each page's first. No memory of no bytes is asked to grow.
const PASS_STRING: &str = "function passStringToWasm0(arg, malloc, realloc) {
    const most = arg.length * 3;
    const ptr = malloc(most, 1) >>> 0;
    WASM_VECTOR_LEN = cachedTextEncoder.encodeInto(arg, getUint8ArrayMemory0().subarray(ptr, ptr + most)).written;
    return most ? realloc(ptr, most, WASM_VECTOR_LEN, 1) >>> 0 : ptr;
}
";

/// Puts `PASS_STRING` into the glue, and takes out what stands in for a browser's `encodeInto`.
fn encode_at_once(glue: &Path) -> Result<()> {
    let source = std::fs::read_to_string(glue)?;
    let (before, _, rest) = part(&source, "function passStringToWasm0(", "\n}\n")?;
    let (between, _, after) = part(rest, "if (!('encodeInto' in cachedTextEncoder))", "\n}\n")?;
    Ok(std::fs::write(glue, [before, PASS_STRING, between, after].concat())?)
}

/// What stands before, from `start` to `end`, and after.
fn part<'a>(source: &'a str, start: &str, end: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let found = source.split_once(start).and_then(|(before, rest)| {
        let (own, after) = rest.split_once(end)?;
        Some((before, own, after))
    });
    found.with_context(|| format!("wasm-bindgen's glue has no `{start}` any more"))
}

/// A file that stands where the last build made its own standard library, so that its size may be
/// held against the one on record.
pub fn std_mark(root: &Path) -> PathBuf {
    root.join("target/wasm/own-standard-library")
}

/// What cargo built, before wasm-bindgen.
pub fn cargo_module(root: &Path) -> PathBuf {
    root.join("target/wasm").join(TRIPLE).join("release/standfirst.wasm")
}

/// Makes the module small, in place, and its names short.
fn optimize(root: &Path, package: &Path) -> Result<()> {
    let module = &package.join("standfirst_bg.wasm");
    let before = std::fs::metadata(module)?.len();
    binaryen(
        root,
        "wasm-opt",
        module,
        module,
        &[
            // The first kilobyte of memory is the stack's last, so that no address of a value is in it.
            "--low-memory-unused",
            // Rust looks before it divides, loads or converts: these never trap, and need not stay where
            // nothing uses what they give (0.2 KB). A panic's trap is none of them.
            "--ignore-implicit-traps",
            "-Oz",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
            // Functions with one caller stay apart: put into it they make code that gzip packs
            // worse (4 KB of 139).
            "--one-caller-inline-max-function-size",
            "8",
            // Those of a call or two are no longer than what calls them.
            "--always-inline-max-function-size",
            "5",
            // What calls may touch and what values may be, known before a second and third round:
            // half a kilobyte.
            "--generate-global-effects",
            "--gufa-optimizing",
            // Twice, since what the first leaves can be taken apart once more (0.15 KB).
            "--flatten",
            "--rereloop",
            "-Oz",
            "--flatten",
            "--rereloop",
            "-Oz",
            "-Oz",
            // All of it until nothing changes any more.
            "--converge",
        ],
    )?;
    std::fs::write(module, order::with_names(&std::fs::read(module)?)?)?;
    // Apart, so that names are given once; what is written is packed as small as before.
    let printed = binaryen(
        root,
        "wasm-opt",
        module,
        module,
        &[
            "--shrink-level",
            "2",
            order::PASS,
            "--generate-stack-ir",
            "--optimize-stack-ir",
            names::PASS,
        ],
    )?;
    names::rename(&package.join("standfirst.js"), &printed)?;
    // It lists the names as they were; nothing reads it.
    std::fs::remove_file(package.join("standfirst_bg.wasm.d.ts"))?;
    let after = std::fs::metadata(module)?.len();
    println!("wasm: {} bytes, {before} before wasm-opt", after);
    Ok(())
}

/// Runs a tool of npm's binaryen over a module; gives what it prints.
pub fn binaryen(
    root: &Path,
    tool: &str,
    from: &Path,
    to: &Path,
    options: &[&str],
) -> Result<String> {
    let program = root.join("node_modules/binaryen/bin").join(tool);
    if !program.exists() {
        bail!("{} is missing: run `npm ci` first", program.display());
    }
    let output = Command::new("node")
        .arg(&program)
        .args(options)
        .args(FEATURES)
        .arg(from)
        .arg("-o")
        .arg(to)
        .stderr(Stdio::inherit())
        .output()
        .context("node did not start: is Node 20 installed?")?;
    if !output.status.success() {
        bail!("{tool} failed on {}", from.display());
    }
    Ok(String::from_utf8(output.stdout)?)
}
