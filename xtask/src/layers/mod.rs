//! `cargo xtask check-layers`: the rules on who may know whom, and what every file owes its reader.
//!
//! Dependencies run one way: `shared` ← everything. Between packages cargo's own manifests say who knows whom
//! ([`packages`]); inside a package the names in the source do ([`source`]). What is checked is code without its
//! comments and without its unit tests: a test may look behind the counter. In the documents, links are followed
//! ([`links`]).

mod links;
mod packages;
mod source;

use std::{fmt, path::Path, process::Command};

use crate::{Error, Result, build::stamp::files_under, command::output, workspace::Workspace};

/// One place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path from the root of the workspace.
    pub path: String,
    /// From 1; 0 when the whole file is meant.
    pub line: usize,
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.path, self.what),
            line => write!(formatter, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// Checks everything; refuses with all findings at once.
pub fn check(workspace: &Workspace) -> Result<()> {
    let mut findings = packages::findings(&packages::read(workspace)?);
    for path in files(workspace)? {
        // Pictures and fonts are no text; a file that is gone from the work tree has nothing to say.
        if let Ok(text) = std::fs::read_to_string(workspace.path(&path)) {
            findings.extend(source::findings(&path, &text));
            if Path::new(&path).extension().is_some_and(|kind| kind == "md") {
                findings.extend(links::findings(&path, &text, |file| workspace.path(file).exists()));
            }
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Error::Layers(findings)) }
}

/// What git tracks or would track; without git, everything but what is made.
fn files(workspace: &Workspace) -> Result<Vec<String>> {
    let tracked = output(
        Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(workspace.root()),
    );
    if let Some(tracked) = tracked {
        return Ok(tracked.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect());
    }
    let made = ["target", "node_modules", ".git", ".buurtstem"];
    let relative = |path: &Path| path.strip_prefix(workspace.root()).ok().map(|path| path.display().to_string());
    let all = files_under(workspace.root())?;
    Ok(all
        .iter()
        .filter_map(|path| relative(path))
        .filter(|path| !made.iter().any(|folder| path.split('/').next() == Some(folder)))
        .collect())
}
