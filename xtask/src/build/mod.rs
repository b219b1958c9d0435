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
mod files;
pub mod stamp;
mod wasm;
mod worker;

use std::{fs::File, path::PathBuf};

use crate::{Error, Result, progress::Progress, tools, workspace::Workspace};

pub use files::Manifest;
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
    // One build at a time; a second one waits and then finds its work done. Released when the file is closed.
    let lock_path = workspace.target().join("build.lock");
    let lock = File::create(&lock_path).map_err(Error::file("cannot open", &lock_path))?;
    lock.lock().map_err(Error::file("cannot lock", &lock_path))?;
    tools::install(workspace, progress)?;
    progress.step("the residents' program", || client::build(workspace, &client::WIDGET))?;
    progress.step("the officials' program", || client::build(workspace, &client::ADMIN))?;
    progress.step("the loader", || client::build_loader(workspace))?;
    progress.step("files: names and compression", || files::pack(workspace))?;
    progress.step(kind.title(), || worker::build(workspace, kind))?;
    progress.step("the Worker's bundle", || worker::bundle(workspace, kind))?;
    drop(lock);
    Ok(Built { public: files::public(workspace), worker: kind.dist(workspace), manifest: files::manifest(workspace)? })
}
