//! From a cargo package to a small WebAssembly module and its glue.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::stamp::Stamp;
use crate::{
    Result,
    command::run,
    tools::{WASM_TARGET, npm_program, wasm_bindgen_path},
    workspace::{Workspace, empty_folder},
};

/// wasm-opt must be told what the browsers know; `--all-features` switches on encodings they refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Adds what every compilation depends on: the workspace's manifest, the lock file and this recipe.
pub(super) fn common_inputs(workspace: &Workspace, stamp: &mut Stamp) -> Result<()> {
    for file in ["Cargo.toml", "Cargo.lock", "package-lock.json"] {
        stamp.file(&workspace.path(file))?;
    }
    stamp.folder(&workspace.path("xtask/src/build"))
}

/// Compiles for the wasm target. Returns the folder of what came out.
pub(super) fn compile(workspace: &Workspace, step: &str, arguments: &[&str]) -> Result<PathBuf> {
    run(
        workspace,
        step,
        Command::new("cargo")
            .args(["build", "--locked", "--release", "--target", WASM_TARGET, "--target-dir"])
            .arg(workspace.target())
            .args(arguments)
            .current_dir(workspace.root()),
    )?;
    Ok(workspace.target().join(WASM_TARGET).join("release"))
}

/// Makes the glue: `<name>.js` and `<name>_bg.wasm` in an emptied folder.
pub(super) fn bind(
    workspace: &Workspace,
    step: &str,
    module: &Path,
    into: &Path,
    name: &str,
    arguments: &[&str],
) -> Result<()> {
    empty_folder(into)?;
    run(
        workspace,
        &format!("{step}-bind"),
        Command::new(wasm_bindgen_path(workspace))
            .arg(module)
            .args(["--no-typescript", "--out-name", name, "--out-dir"])
            .arg(into)
            .args(arguments),
    )
}

/// Makes a module smaller, in place.
pub(super) fn optimise(workspace: &Workspace, step: &str, module: &Path, arguments: &[&str]) -> Result<()> {
    run(
        workspace,
        &format!("{step}-optimise"),
        Command::new(npm_program(workspace, "wasm-opt"))
            .arg(module)
            .arg("-o")
            .arg(module)
            .args(FEATURES)
            .args(arguments),
    )
}
