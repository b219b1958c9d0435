//! The programs that run in a browser, and the loader.

use std::{path::PathBuf, process::Command};

use super::{
    stamp::Stamp,
    wasm::{ERASED_VIEWS, Glue, bind, common_inputs, compile, optimise},
};
use crate::{
    Result,
    command::run,
    progress::Done,
    tools::npm_program,
    workspace::{Workspace, make_folder, read, write},
};

/// The programs that one call of cargo makes, and what their pages have in common.
pub(super) struct Client {
    pub(super) name: &'static str,
    cargo: &'static [&'static str],
    flags: &'static str,
    /// Whether its programs write values with `{:?}`; libraries for officials may.
    for_developers: bool,
    pub(super) programs: &'static [BrowserProgram],
    folders: &'static [&'static str],
    style: &'static str,
    /// What the first page of a program carries in itself, by the program's name.
    carried: Option<(&'static str, &'static str)>,
    /// Plain JavaScript that runs before a program, and alone on pages that need none.
    before: &'static [&'static str],
    /// Plain JavaScript for the pages that have something for it, each a file of its own.
    apart: &'static [&'static str],
    /// For wasm-opt.
    optimise: &'static [&'static str],
}

/// One program for a browser.
pub(super) struct BrowserProgram {
    /// In the manifest and in the names of its files.
    pub(super) name: &'static str,
    module: &'static str,
    /// Scripts of the client's `apart` that most of its pages need: in its own file they cost no request.
    pub(super) with: &'static [&'static str],
}

pub(super) const WIDGET: Client = Client {
    name: "widget",
    cargo: &["--package", "buurtstem-widget", "--features", "browser", "--bins"],
    // Their views are written as HTML at once: frontend/ui/src/html.rs. Erasing would come in its way.
    flags: "",
    for_developers: false,
    programs: &[
        BrowserProgram { name: "poll", module: "widget-poll.wasm", with: &["answered", "draft"] },
        BrowserProgram { name: "proposal", module: "widget-proposal.wasm", with: &["draft"] },
    ],
    folders: &["shared", "frontend/ui", "frontend/widget"],
    style: "frontend/widget/css/widget.css",
    carried: Some(("poll", "frontend/widget/css/poll.css")),
    before: &["frontend/widget/frame.js", "frontend/widget/page.js"],
    apart: &[
        "frontend/ui/picture.js",
        "frontend/widget/answered.js",
        "frontend/widget/draft.js",
        "frontend/widget/follow.js",
        "frontend/widget/push.js",
        "frontend/widget/takeover.js",
    ],
    // Every kilobyte counts on a slow line, and the file is small enough to try harder. Rust reads no memory below its
    // first kilobyte and checks before it divides.
    optimise: &[
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--converge",
        "--always-inline-max-function-size=0",
        "--low-memory-unused",
        "--ignore-implicit-traps",
        "--strip-target-features",
    ],
};

pub(super) const ADMIN: Client = Client {
    name: "admin",
    cargo: &["--package", "buurtstem-admin", "--bin", "admin-client"],
    flags: ERASED_VIEWS,
    for_developers: true,
    programs: &[BrowserProgram { name: "admin", module: "admin-client.wasm", with: &[] }],
    folders: &["shared", "frontend/ui", "frontend/admin"],
    style: "frontend/admin/css/admin.css",
    carried: None,
    before: &["frontend/ui/picture.js"],
    apart: &[],
    optimise: &["-Oz"],
};

/// Old phones: what browsers of the last five years know. WebAssembly reference types came last, in 2022.
const BROWSERS: &str = "--target=chrome96,firefox79,safari15";

impl Client {
    /// Where the programs lie before their files get their names: `style.css`, what runs before them, and each program
    /// in a folder with its own name, as `client.js` and `client_bg.wasm`.
    pub(super) fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.target().join("clients").join(self.name)
    }

    /// What runs before the program, in its folder.
    pub(super) fn before(&self, workspace: &Workspace) -> impl Iterator<Item = PathBuf> {
        let folder = self.folder(workspace);
        self.before.iter().map(move |path| folder.join(format!("before-{}", file_name(path))))
    }

    /// The style that the first page of a program carries, with the program's name.
    pub(super) fn carried(&self, workspace: &Workspace) -> Option<(&'static str, PathBuf)> {
        self.carried.map(|(program, _)| (program, self.folder(workspace).join("carried.css")))
    }

    /// The scripts of a few pages, by their names without the ending, in its folder.
    pub(super) fn apart(&self, workspace: &Workspace) -> impl Iterator<Item = (&'static str, PathBuf)> {
        let folder = self.folder(workspace);
        self.apart.iter().map(move |path| {
            let file = file_name(path);
            (file.strip_suffix(".js").unwrap_or(file), folder.join(format!("apart-{file}")))
        })
    }
}

fn file_name(path: &'static str) -> &'static str {
    path.rsplit('/').next().unwrap_or_default()
}

pub(super) fn build(workspace: &Workspace, client: &Client) -> Result<Done> {
    let folder = client.folder(workspace);
    let mut stamp = Stamp::new(workspace, client.name);
    common_inputs(workspace, &mut stamp)?;
    for source in client.folders {
        stamp.folder(&workspace.path(source))?;
    }
    stamp.output(folder.join("style.css"));
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    let compiled = compile(workspace, client.name, "release", client.flags, client.cargo)?;
    for program in client.programs {
        let folder = folder.join(program.name);
        bind(
            &compiled.join(program.module),
            &folder,
            "client",
            Glue::Browser { for_developers: client.for_developers },
        )?;
        optimise(workspace, program.name, &folder.join("client_bg.wasm"), client.optimise)?;
    }
    let style = |step: &str, from: &str, to: PathBuf| {
        let step = format!("{}-{step}", client.name);
        run(workspace, &step, esbuild(workspace).arg(workspace.path(from)).arg(format!("--outfile={}", to.display())))
    };
    style("style", client.style, folder.join("style.css"))?;
    if let (Some((_, from)), Some((_, to))) = (client.carried, client.carried(workspace)) {
        style("carried-style", from, to)?;
    }
    for (before, copy) in client.before.iter().zip(client.before(workspace)) {
        write(&copy, read(&workspace.path(before))?)?;
    }
    for (apart, (_, copy)) in client.apart.iter().zip(client.apart(workspace)) {
        write(&copy, read(&workspace.path(apart))?)?;
    }
    stamp.write()?;
    Ok(Done::Worked)
}

/// The loader for host pages, one small script without dependencies.
pub(super) fn build_loader(workspace: &Workspace) -> Result<Done> {
    let folder = loader_folder(workspace);
    let mut stamp = Stamp::new(workspace, "loader");
    common_inputs(workspace, &mut stamp)?;
    stamp.file(&workspace.path("frontend/embed/v1.js"))?;
    stamp.output(folder.join("v1.js"));
    if stamp.is_current() {
        return Ok(Done::Unchanged);
    }
    make_folder(&folder)?;
    run(
        workspace,
        "loader",
        esbuild(workspace)
            .arg(workspace.path("frontend/embed/v1.js"))
            .arg("--format=esm")
            .arg(format!("--outfile={}", folder.join("v1.js").display())),
    )?;
    stamp.write()?;
    Ok(Done::Worked)
}

pub(super) fn loader_folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("clients/embed")
}

/// Every loader that was ever published, by the name under which host pages pinned it. Files are added, never changed
/// or removed.
pub(super) fn released(workspace: &Workspace) -> PathBuf {
    workspace.path("frontend/embed/released")
}

pub(super) fn esbuild(workspace: &Workspace) -> Command {
    let mut command = Command::new(npm_program(workspace, "esbuild"));
    command
        .args(["--bundle", "--minify", "--log-level=warning", "--charset=utf8", BROWSERS])
        .current_dir(workspace.root());
    command
}
