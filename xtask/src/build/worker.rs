//! The Worker: compiled, made smaller, and put together with the names of the files.

use std::{fs, path::PathBuf};

use super::{
    client::esbuild,
    files::manifest_path,
    stamp::Stamp,
    wasm::{ERASED_VIEWS, Glue, bind, common_inputs, compile, optimise},
};
use crate::{
    Error, Result,
    command::run,
    progress::Done,
    workspace::{Workspace, empty_folder, write},
};

/// Which Worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Serves people.
    Release,
    /// Can move its clock and run due work; for tests only, and made in a fraction of the time.
    TestControl,
    /// As for tests, and as fast as the one that serves people.
    Bench,
}

impl Kind {
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Release => "the Worker",
            Self::TestControl => "the Worker, with test control",
            Self::Bench => "the Worker, with test control, for benches",
        }
    }

    pub(super) fn bundle_title(self) -> &'static str {
        match self {
            Self::Release => "the Worker's bundle",
            Self::TestControl => "the Worker's bundle, with test control",
            Self::Bench => "the Worker's bundle, for benches",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Release => "worker",
            Self::TestControl => "worker-test",
            Self::Bench => "worker-bench",
        }
    }

    /// The profile of the workspace that it is compiled by.
    fn profile(self) -> &'static str {
        match self {
            Self::Release | Self::Bench => "worker",
            Self::TestControl => "worker-test",
        }
    }

    fn cargo(self) -> &'static [&'static str] {
        match self {
            Self::Release => &["--package", "buurtstem-worker", "--lib"],
            Self::TestControl | Self::Bench => {
                &["--package", "buurtstem-worker", "--lib", "--features", "test-control"]
            }
        }
    }

    /// The glue and the module, before bundling.
    fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.target().join("clients").join(self.name())
    }

    /// The bundle.
    pub(super) fn dist(self, workspace: &Workspace) -> PathBuf {
        workspace.dist().join(self.name())
    }
}

/// Sources that the Worker is compiled from.
const SOURCES: [&str; 4] = ["shared", "worker", "frontend/ui", "frontend/widget"];

pub(super) fn build(workspace: &Workspace, kind: Kind) -> Result<Done> {
    let folder = kind.folder(workspace);
    let module = folder.join("program_bg.wasm");
    let mut stamp = Stamp::new(workspace, kind.name());
    common_inputs(workspace, &mut stamp)?;
    for source in SOURCES {
        stamp.folder(&workspace.path(source))?;
    }
    stamp.output(module.clone());
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    let compiled = compile(workspace, kind.name(), kind.profile(), ERASED_VIEWS, kind.cargo())?;
    bind(&compiled.join("buurtstem_worker.wasm"), &folder, "program", Glue::Worker)?;
    if kind != Kind::TestControl {
        // The platform has the names of functions from the name section in its traces; keep it.
        optimise(workspace, kind.name(), &module, &["--enable-exception-handling", "-O1", "--debuginfo"])?;
    }
    stamp.write()?;
    Ok(Done::Worked)
}

/// One script and one module, with the names of this build's files inside.
pub(super) fn bundle(workspace: &Workspace, kind: Kind) -> Result<Done> {
    let (folder, dist) = (kind.folder(workspace), kind.dist(workspace));
    let work = workspace.target().join("clients").join(format!("{}-bundle", kind.name()));
    let entry = workspace.path("worker/entry.js");
    let mut stamp = Stamp::new(workspace, &format!("{}-bundle", kind.name()));
    common_inputs(workspace, &mut stamp)?;
    stamp.folder(&folder)?;
    stamp.file(&entry)?;
    stamp.file(&manifest_path(workspace))?;
    stamp.output(dist.join("index.js"));
    stamp.output(dist.join("program_bg.wasm"));
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    empty_folder(&work)?;
    empty_folder(&dist)?;
    let copy = |from: PathBuf, to: PathBuf| fs::copy(&from, to).map(drop).map_err(Error::file("cannot copy", &from));
    copy(entry, work.join("entry.js"))?;
    copy(manifest_path(workspace), work.join("manifest.json"))?;
    copy(folder.join("program_bg.wasm"), dist.join("program_bg.wasm"))?;
    // The platform hands out a compiled module for a plain import already.
    let glue = String::from_utf8_lossy(&crate::workspace::read(&folder.join("program.js"))?)
        .replace("import source ", "import ");
    write(&work.join("program.js"), glue)?;
    let snippets = folder.join("snippets");
    for snippet in super::stamp::files_under(&snippets)? {
        if let Ok(relative) = snippet.strip_prefix(&folder) {
            write(&work.join(relative), crate::workspace::read(&snippet)?)?;
        }
    }
    run(
        workspace,
        &format!("{}-bundle", kind.name()),
        esbuild(workspace)
            .arg(work.join("entry.js"))
            .args(["--format=esm", "--target=es2022", "--external:cloudflare:*", "--external:./program_bg.wasm"])
            .arg(format!("--outfile={}", dist.join("index.js").display())),
    )?;
    stamp.write()?;
    Ok(Done::Worked)
}
