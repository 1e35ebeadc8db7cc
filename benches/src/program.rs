//! The program `tapmark`, built for release, for what measures it as a whole process.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the program, and says where it is.
///
/// # Panics
///
/// When it is not built.
#[must_use]
pub fn built() -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "build",
            "--release",
            "--locked",
            "-p",
            "tapmark",
            "--bin",
            "tapmark",
        ])
        .status();
    assert!(status.unwrap().success(), "the program is not built");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    // A relative one is meant from where cargo was started, and that is the workspace.
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    workspace.join(target).join("release/tapmark")
}
