//! The tools of the build, in pinned versions, installed where they are missing. Nothing is put outside
//! `target/` and `node_modules/`, except the compiler's own wasm target.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Error, Result,
    build::stamp::Stamp,
    command::{output, run},
    progress::{Done, Progress},
    workspace::Workspace,
};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installs everything that building and serving need.
pub fn install(workspace: &Workspace, progress: Progress) -> Result<()> {
    progress.step("wasm target of the compiler", || wasm_target(workspace))?;
    install_npm(workspace, progress)
}

/// Installs what is no compiler's business: the bundler, the optimiser, the runtime.
pub fn install_npm(workspace: &Workspace, progress: Progress) -> Result<()> {
    progress.step("npm tools", || npm(workspace)).map(drop)
}

/// A browser that the tests drive.
pub struct Browser {
    /// The step's name in a report.
    pub name: &'static str,
    /// The variable in which somebody may name the program, and the tests find it.
    pub variable: &'static str,
    /// Names by which distributions install it; the variable goes before all.
    programs: &'static [&'static str],
    /// Debian's name for it.
    package: &'static str,
    advice: &'static str,
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    package: "chromium",
    advice: "Install the package chromium (Debian: apt-get install chromium), or name the program in CHROMIUM.",
};

pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    package: "firefox-esr",
    advice: "Install the package firefox-esr (Debian: apt-get install firefox-esr), or name the program of Firefox 153 or \
             newer in FIREFOX.",
};

impl Browser {
    /// The browser's program, when there is one.
    pub fn program(&self) -> Option<String> {
        let chosen = std::env::var(self.variable).ok();
        let mut names = chosen.iter().map(String::as_str).chain(self.programs.iter().copied());
        names.find(|name| output(Command::new(name).arg("--version")).is_some()).map(str::to_owned)
    }

    /// Installs the browser, where that is allowed.
    pub fn install(&self, workspace: &Workspace) -> Result<Done> {
        if self.program().is_some() {
            return Ok(Done::Unchanged);
        }
        let missing = || Error::ToolMissing { tool: self.name, advice: self.advice };
        let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
        if !root || output(Command::new("apt-get").arg("--version")).is_none() {
            return Err(missing());
        }
        let apt = |step: &str, arguments: &[&str]| {
            run(workspace, step, Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt("apt-update", &["update"])?;
        // With one font: without any, every text is a row of boxes.
        let install = ["install", "--yes", "--no-install-recommends", self.package, "fonts-dejavu-core"];
        apt(&format!("apt-{}", self.package), &install)?;
        self.program().map(|_| Done::Worked).ok_or_else(missing)
    }
}

fn wasm_target(workspace: &Workspace) -> Result<Done> {
    let libraries = output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if libraries.is_some_and(|path| Path::new(path.trim()).exists()) {
        return Ok(Done::Unchanged);
    }
    if output(Command::new("rustup").arg("--version")).is_none() {
        return Err(Error::ToolMissing {
            tool: "the compiler's target wasm32-unknown-unknown",
            advice: "Install Rust with rustup, or that target by the means your Rust came with.",
        });
    }
    run(workspace, "rustup", Command::new("rustup").args(["target", "add", WASM_TARGET]))?;
    Ok(Done::Worked)
}

fn npm(workspace: &Workspace) -> Result<Done> {
    let mut stamp = Stamp::new(workspace, "npm");
    stamp.file(&workspace.path("package-lock.json"))?;
    stamp.output(workspace.path("node_modules/.package-lock.json"));
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    if output(Command::new("npm").arg("--version")).is_none() {
        return Err(Error::ToolMissing { tool: "npm", advice: "Install Node 20 or newer, which brings it." });
    }
    run(workspace, "npm", Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(workspace.root()))?;
    stamp.write()?;
    Ok(Done::Worked)
}

/// A program of an npm package.
pub fn npm_program(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.path("node_modules/.bin").join(name)
}

/// The runtime itself and not npm's starter, so that its process id is the one we stop.
pub fn workerd(workspace: &Workspace) -> Result<PathBuf> {
    let package = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => "workerd-linux-64",
        ("linux", "aarch64") => "workerd-linux-arm64",
        ("macos", "x86_64") => "workerd-darwin-64",
        ("macos", "aarch64") => "workerd-darwin-arm64",
        _ => {
            return Err(Error::ToolMissing {
                tool: "workerd",
                advice: "It exists for Linux and macOS on x86-64 and ARM only.",
            });
        }
    };
    Ok(workspace.path("node_modules/@cloudflare").join(package).join("bin/workerd"))
}
