//! From a cargo package to a small WebAssembly module and its glue.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use wasm_bindgen_cli_support::Bindgen;

use super::{exports::without_unused, panics::without_messages, places::without_places, stamp::Stamp};
use crate::{
    Error, Result,
    command::run,
    tools::{WASM_TARGET, npm_program},
    workspace::{Workspace, empty_folder, read},
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

/// Leptos gives every view a type of its own, and every type its own code. Erased, the views of a program share it: a
/// third less in the officials' program, whose views change. Small examples grow by it; ours are not small.
/// Between the words of flags stands the separator that cargo wants.
pub(super) const ERASED_VIEWS: &str = "--cfg\u{1f}erase_components";

/// Adds what every compilation depends on: the workspace's manifest, the lock file and this recipe.
pub(super) fn common_inputs(workspace: &Workspace, stamp: &mut Stamp) -> Result<()> {
    for file in ["Cargo.toml", "Cargo.lock", "package-lock.json"] {
        stamp.file(&workspace.path(file))?;
    }
    stamp.folder(&workspace.path("xtask/src/build"))
}

/// Compiles for the wasm target by a profile of the workspace, with these flags for the compiler. Returns the folder
/// of what came out.
pub(super) fn compile(
    workspace: &Workspace,
    step: &str,
    profile: &str,
    flags: &str,
    arguments: &[&str],
) -> Result<PathBuf> {
    run(
        workspace,
        step,
        Command::new("cargo")
            .args(["build", "--locked", "--profile", profile, "--target", WASM_TARGET, "--target-dir"])
            .arg(workspace.target())
            .args(arguments)
            .env("CARGO_ENCODED_RUSTFLAGS", flags)
            .current_dir(workspace.root()),
    )?;
    Ok(workspace.target().join(WASM_TARGET).join(profile))
}

/// Where a module runs.
#[derive(Clone, Copy, Debug)]
pub(super) enum Glue {
    /// In a browser; made as small as it can be.
    Browser {
        /// Whether it writes values for developers (`{:?}`) elsewhere than in messages of panics.
        for_developers: bool,
    },
    /// In the Worker.
    Worker,
}

/// Makes the glue: `<name>.js` and `<name>_bg.wasm` in an emptied folder.
///
/// As a library and not as a program: installing the program takes minutes, most of it for what we do not use.
pub(super) fn bind(module: &Path, into: &Path, name: &str, glue: Glue) -> Result<()> {
    empty_folder(into)?;
    let mut bindgen = Bindgen::new();
    let failed = |detail: String| Error::Answer { what: format!("glue for {}", module.display()), detail };
    let bytes = read(module)?;
    let bytes = match glue {
        Glue::Browser { for_developers } => without_unused(&bytes)
            .and_then(|module| without_messages(&module, for_developers))
            .and_then(|module| without_places(&module))
            .ok_or_else(|| failed("no sections that can be read".to_owned()))?,
        Glue::Worker => bytes,
    };
    bindgen.input_bytes(name, bytes).out_name(name).typescript(false);
    let ready = match glue {
        Glue::Browser { .. } => bindgen.remove_name_section(true).remove_producers_section(true).web(true),
        // A panic must not take the instance down for good; see worker/entry.js.
        Glue::Worker => bindgen.reset_state_function(true).force_enable_abort_handler(true).module(true),
    };
    ready
        .and_then(|bindgen| bindgen.generate(into))
        // With its causes, which are what explains it.
        .map_err(|error| failed(format!("{error:#}")))
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
