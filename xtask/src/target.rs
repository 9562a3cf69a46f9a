//! Finds a toolchain that can build for wasm32-unknown-unknown, and adds one if it may.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// How long rustup's server may take to add the target before the other way is tried.
/// The component is some 20 MB; a server that cannot be reached often does not answer at all.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(60);

/// Where Debian's wasm-capable toolchain lies.
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// Flags of the shipped build, where the standard library is built along. More passes over rustc's own
/// code and fewer copied instructions are 0.7 KB gzip less.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
    -Zmir-opt-level=3 -Cllvm-args=-bonus-inst-threshold=0";

/// How cargo is to be called.
#[derive(Debug)]
pub enum Toolchain {
    /// Rustup's toolchain, building the standard library itself from its rust-src: the smallest.
    RustupSource,
    /// Rustup's toolchain with the target's ready-made standard library.
    Rustup,
    /// Debian's rustc-web, building the standard library itself; rustup's rust-lld links.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// The toolchain to use: one that builds the standard library (rustup's, else Debian's), else
    /// rustup's ready-made one. What is missing is installed where that is possible; what is there
    /// is not waited for.
    pub fn find() -> Result<Self> {
        if rustup_has_source()
            || (!debian_is_there()
                && rustup_adds(&["component", "add", "rust-src"])
                && rustup_has_source())
        {
            return Ok(Self::RustupSource);
        }
        if !debian_is_there() && !rustup_has_target() {
            debian_installs();
        }
        if debian_is_there() {
            return Ok(Self::Debian { linker: rust_lld()? });
        }
        if rustup_has_target() || rustup_adds(&["target", "add", TRIPLE]) {
            return Ok(Self::Rustup);
        }
        bail!(
            "no Rust standard library for {TRIPLE}. Either of these puts one in place:\n  \
             rustup component add rust-src\n  \
             sudo apt-get install {}   (Debian and Ubuntu)",
            DEBIAN_PACKAGES.join(" ")
        )
    }

    /// Whether the standard library is built with the core, by size; a ready-made one is larger.
    pub fn builds_std(&self) -> bool {
        !matches!(self, Self::Rustup)
    }

    /// A cargo command for the target, to which the caller adds the subcommand's arguments.
    pub fn cargo_build(&self) -> Command {
        let mut command = match self {
            Self::Rustup => Command::new(cargo()),
            Self::RustupSource => {
                let mut command = Command::new(cargo());
                // -Zbuild-std and immediate-abort are not stable yet; the compiler is.
                command.env("RUSTC_BOOTSTRAP", "1");
                command
            }
            Self::Debian { linker } => {
                let mut command = Command::new(DEBIAN_CARGO);
                command
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env_remove("RUSTUP_TOOLCHAIN");
                command
            }
        };
        command.args(["build", "--target", TRIPLE]);
        if self.builds_std() {
            // The standard library built small: sorts and formatting by size, and a panic that
            // stops without a word (the engine says what happened).
            command
                .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
                .env("RUSTFLAGS", SMALL);
        }
        command
    }
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn rustup_has_target() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib").join(TRIPLE).join("lib").is_dir())
}

fn rustup_has_source() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}

/// `rustup target add ...` or `rustup component add ...`; whether it did.
fn rustup_adds(arguments: &[&str]) -> bool {
    println!("wasm: rustup {}", arguments.join(" "));
    let Ok(mut child) = Command::new("rustup")
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
    else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < RUSTUP_PATIENCE {
        if let Ok(Some(status)) = child.try_wait() {
            return status.success();
        }
        thread::sleep(Duration::from_millis(200));
    }
    println!("wasm: rustup's server gave no answer in {} s", RUSTUP_PATIENCE.as_secs());
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn debian_is_there() -> bool {
    [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_STD].iter().all(|path| Path::new(path).exists())
}

fn debian_installs() {
    println!("wasm: installing {} with apt-get", DEBIAN_PACKAGES.join(", "));
    let run = |arguments: &[&str]| {
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let _ = run(&["update"]);
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(DEBIAN_PACKAGES);
    let _ = run(&arguments);
}

/// The linker of the rustup toolchain; Debian's packages bring none for wasm.
fn rust_lld() -> Result<PathBuf> {
    let root = sysroot().context("rustc --print sysroot gave nothing: is Rust installed?")?;
    let host = root.join("lib/rustlib");
    let found = std::fs::read_dir(&host)
        .with_context(|| format!("{} cannot be read", host.display()))?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin/rust-lld")))
        .find(|path| path.exists());
    found.with_context(|| format!("no rust-lld below {}", host.display()))
}

fn sysroot() -> Option<PathBuf> {
    let rustc = cargo_sibling("rustc");
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(PathBuf::from(text.trim())).filter(|path| path.is_dir())
}

/// The tool that stands beside the running cargo, so that one toolchain is asked throughout.
fn cargo_sibling(tool: &str) -> PathBuf {
    let beside = PathBuf::from(cargo()).with_file_name(tool);
    if beside.is_absolute() && beside.exists() { beside } else { PathBuf::from(tool) }
}
