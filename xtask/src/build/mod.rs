//! From sources to what a server needs:
//!
//! ```text
//! frontend/widget ─┐                                       ┌─ target/dist/public/   files, hashed and compressed
//! frontend/admin  ─┼─ wasm, script, style ─ names, hashes ─┤
//! frontend/embed  ─┘                                       └─ manifest ─┐
//! worker/ ─ wasm ───────────────────────────────────────────────────────┴─ target/dist/worker/   the bundle
//! ```
//!
//! Each step is skipped when its inputs are what they were.

mod client;
mod exports;
mod files;
mod panics;
mod places;
pub mod stamp;
mod wasm;
mod worker;

use std::{fs::File, path::PathBuf};

use crate::{
    Error, Result, disk,
    progress::Progress,
    tools,
    workspace::{Workspace, read},
};

#[cfg(test)]
pub(crate) use files::brotli;
pub use files::{Loader, Manifest};
pub use worker::Kind;

/// What the build made.
#[derive(Clone, Debug)]
pub struct Built {
    /// Files for the binding `ASSETS`.
    pub public: PathBuf,
    /// The folder of the Worker's bundle: `index.js` and `program_bg.wasm`.
    pub worker: PathBuf,
    pub manifest: Manifest,
}

/// Installs the tools and builds everything, with the Worker of this kind.
pub fn build(workspace: &Workspace, kind: Kind, progress: Progress) -> Result<Built> {
    disk::has_room(workspace, disk::FOR_SERVING)?;
    programs(workspace, progress)?;
    worker(workspace, kind, progress)?;
    Ok(Built { public: files::public(workspace), worker: kind.dist(workspace), manifest: files::manifest(workspace)? })
}

/// Builds only the loader; its content.
pub fn loader(workspace: &Workspace, progress: Progress) -> Result<Vec<u8>> {
    let lock = lock(workspace, PROGRAMS)?;
    tools::install_npm(workspace, progress)?;
    progress.step("the loader", || client::build_loader(workspace))?;
    drop(lock);
    read(&client::loader_folder(workspace).join("v1.js"))
}

/// The lock of what browsers fetch, and of the tools; each Worker has one of its own.
const PROGRAMS: &str = "programs";

/// One build of a kind at a time; a second one waits and then finds its work done. Released when the file is closed.
fn lock(workspace: &Workspace, what: &str) -> Result<File> {
    let path = workspace.target().join(format!("{what}.lock"));
    let lock = File::create(&path).map_err(Error::file("cannot open", &path))?;
    lock.lock().map_err(Error::file("cannot lock", &path))?;
    Ok(lock)
}

/// Installs the tools and builds what browsers fetch.
pub fn programs(workspace: &Workspace, progress: Progress) -> Result<()> {
    let lock = lock(workspace, PROGRAMS)?;
    tools::install(workspace, progress)?;
    progress.step("the residents' programs", || client::build(workspace, &client::WIDGET))?;
    progress.step("the officials' program", || client::build(workspace, &client::ADMIN))?;
    progress.step("the loader", || client::build_loader(workspace))?;
    progress.step("files: names and compression", || files::pack(workspace))?;
    drop(lock);
    Ok(())
}

/// Builds the Worker of this kind, after the programs whose names it has inside.
pub fn worker(workspace: &Workspace, kind: Kind, progress: Progress) -> Result<()> {
    let lock = lock(workspace, kind.name())?;
    progress.step(kind.title(), || worker::build(workspace, kind))?;
    progress.step(kind.bundle_title(), || worker::bundle(workspace, kind))?;
    drop(lock);
    Ok(())
}
