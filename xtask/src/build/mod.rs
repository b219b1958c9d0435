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
    let lock = lock(workspace)?;
    programs(workspace, progress)?;
    worker(workspace, kind, progress)?;
    drop(lock);
    Ok(Built { public: files::public(workspace), worker: kind.dist(workspace), manifest: files::manifest(workspace)? })
}

/// Installs the tools and builds everything, with the Worker of each kind.
pub fn build_all(workspace: &Workspace, progress: Progress) -> Result<()> {
    let lock = lock(workspace)?;
    programs(workspace, progress)?;
    worker(workspace, Kind::Release, progress)?;
    worker(workspace, Kind::TestControl, progress)?;
    drop(lock);
    Ok(())
}

/// Builds only the loader; its content.
pub fn loader(workspace: &Workspace, progress: Progress) -> Result<Vec<u8>> {
    let lock = lock(workspace)?;
    tools::install_npm(workspace, progress)?;
    progress.step("the loader", || client::build_loader(workspace))?;
    drop(lock);
    read(&client::loader_folder(workspace).join("v1.js"))
}

/// One build at a time; a second one waits and then finds its work done. Released when the file is closed.
fn lock(workspace: &Workspace) -> Result<File> {
    let path = workspace.target().join("build.lock");
    let lock = File::create(&path).map_err(Error::file("cannot open", &path))?;
    lock.lock().map_err(Error::file("cannot lock", &path))?;
    Ok(lock)
}

fn programs(workspace: &Workspace, progress: Progress) -> Result<()> {
    tools::install(workspace, progress)?;
    progress.step("the residents' programs", || client::build(workspace, &client::WIDGET))?;
    progress.step("the officials' program", || client::build(workspace, &client::ADMIN))?;
    progress.step("the loader", || client::build_loader(workspace))?;
    progress.step("files: names and compression", || files::pack(workspace)).map(drop)
}

fn worker(workspace: &Workspace, kind: Kind, progress: Progress) -> Result<()> {
    progress.step(kind.title(), || worker::build(workspace, kind))?;
    progress.step(kind.bundle_title(), || worker::bundle(workspace, kind)).map(drop)
}
