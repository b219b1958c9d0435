//! Runs programs with their output in a log.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    Error, Result,
    error::Tail,
    workspace::{Workspace, make_folder},
};

/// The log of a step.
pub fn log_path(workspace: &Workspace, step: &str) -> PathBuf {
    workspace.logs().join(format!("{step}.log"))
}

/// Runs a program to its end; its output goes to the log of the step and, when it fails, its last lines into
/// the error.
pub fn run(workspace: &Workspace, step: &str, command: &mut Command) -> Result<()> {
    make_folder(&workspace.logs())?;
    let log = log_path(workspace, step);
    let file = File::create(&log).map_err(Error::file("cannot write", &log))?;
    let same = file.try_clone().map_err(Error::file("cannot write", &log))?;
    // A machine that builds once has no use for the gigabytes that make a second build faster.
    if std::env::var_os("CI").is_some() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    let program = Path::new(command.get_program()).display().to_string();
    let status =
        command.stdin(Stdio::null()).stdout(file).stderr(same).status().map_err(Error::file("cannot run", &program))?;
    if status.success() {
        return Ok(());
    }
    let output = String::from_utf8_lossy(&std::fs::read(&log).unwrap_or_default()).into_owned();
    Err(Error::CommandFailed { program, status: status.to_string(), tail: Tail::of(&output), log })
}

/// Standard output of a program that succeeds; `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then_some(text)
}
