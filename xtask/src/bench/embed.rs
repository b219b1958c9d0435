//! `cargo xtask bench embed`: the widget on a municipal page, beside other ways to put a poll there.
//!
//! In one run, by turns, in Chromium as a phone on a slow network and with a slowed processor: the page with nothing, with
//! the widget, with its frame there already, with the widget far below the screen, with the plain frame, with a frame of
//! another site that holds one answer and nothing else, and with the same questions in plain JavaScript, Preact and
//! `SurveyJS`. `bench/embed` holds the pages and what measures; their npm packages are installed by this command alone.

use std::{
    collections::BTreeMap,
    fs::File,
    path::PathBuf,
    process::{Command, Stdio},
};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    load::Latency,
    town::{SLUG, file},
};
use crate::{
    Error, Result,
    build::{self, Kind},
    command::{output, run},
    data_folder::DataFolder,
    instance::{Instance, Options},
    progress::{Done, Progress},
    tools::{self, npm_program},
    workspace::{Workspace, make_folder, write},
};

/// The demo's open poll.
const POLL: &str = "prettig-in-het-donker";
const PROGRAMS: [&str; 3] = ["plain", "preact", "survey"];

/// What a person can choose.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    pub runs: usize,
    pub json: bool,
}

/// What was seen of one visit.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Visit {
    /// Milliseconds from the start of the visit until the first question is on the screen and takes an answer.
    answerable: f64,
    /// Over the line, the page itself not counted.
    bytes: f64,
    requests: f64,
    /// To an origin that is neither the page's nor Buurtstem's.
    elsewhere: f64,
    /// Milliseconds of the page's own thread beyond the first 50 of each long task.
    blocking_page: f64,
    /// The same with frames.
    blocking_all: f64,
    /// Milliseconds of script, frames included.
    script: f64,
    /// Bytes of the scripts' memory, frames included.
    memory: f64,
    /// Layout shift, frames included; nobody has pressed anything yet.
    moved: f64,
    /// The page's largest contentful paint, milliseconds.
    largest: f64,
    /// The same on the second visit.
    again_bytes: f64,
    again_answerable: f64,
}

/// By the processor's rate, then by what was on the page: one entry for each run.
type Found = BTreeMap<String, BTreeMap<String, Vec<Visit>>>;

/// Prints the table, or what was found as JSON.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn embed(workspace: &Workspace, choices: Choices) -> Result<()> {
    let progress = Progress::new();
    let built = build::build(workspace, Kind::Bench, progress)?;
    progress.step("the programs to compare with", || programs(workspace))?;
    let chromium = tools::CHROMIUM.program().ok_or(Error::ToolMissing {
        tool: tools::CHROMIUM.name,
        advice: "Install Chromium, or name it in the variable CHROMIUM.",
    })?;
    let data = std::env::temp_dir().join(format!("buurtstem-bench-embed-{}", std::process::id()));
    let mut instance = Instance::start(workspace, Options::new(built, DataFolder::open(&data)?))?;
    let wanted = json!({
        "widget": instance.origin(),
        "municipality": SLUG,
        "poll": POLL,
        "load": { "key": instance.binding("OPERATOR_KEY"), "file": file(workspace)? },
        "programs": folder(workspace).join("programs"),
        // It wants the place of the program, not its name.
        "chromium": place(&chromium),
        "runs": choices.runs,
        "rates": [1, 4, 6],
    });
    let measured = measure(workspace, &wanted.to_string());
    // Nothing can be done about a failure here; the folder is a temporary one.
    let _ = instance.kill();
    let _ = std::fs::remove_dir_all(&data);
    let text = measured?;
    if choices.json {
        println!("{text}");
        return Ok(());
    }
    let found: Found = serde_json::from_str(&text)
        .map_err(|error| Error::Answer { what: "bench/embed/measure.mjs".to_owned(), detail: error.to_string() })?;
    for (rate, names) in &found {
        println!("\nprocessor 1/{rate}, medians of {} visits\n\n{}", choices.runs, table(names));
    }
    Ok(())
}

/// Where a program is that may be named by its name alone.
fn place(program: &str) -> String {
    output(Command::new("sh").args(["-c", "command -v -- \"$0\"", program]))
        .map_or_else(|| program.to_owned(), |place| place.trim().to_owned())
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target().join("bench-embed")
}

/// Installs the packages beside copies of the sources, and makes one file of each program.
fn programs(workspace: &Workspace) -> Result<Done> {
    let (sources, folder) = (workspace.path("bench/embed"), folder(workspace));
    make_folder(&folder)?;
    for name in ["package.json", "package-lock.json", "questions.js", "site.mjs", "measure.mjs"]
        .map(str::to_owned)
        .into_iter()
        .chain(PROGRAMS.map(|name| format!("{name}.js")))
    {
        write(&folder.join(&name), crate::workspace::read(&sources.join(&name))?)?;
    }
    run(
        workspace,
        "bench-embed-npm",
        Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder),
    )?;
    for name in PROGRAMS {
        run(
            workspace,
            &format!("bench-embed-{name}"),
            Command::new(npm_program(workspace, "esbuild"))
                .arg(folder.join(format!("{name}.js")))
                .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
                .arg(format!("--outdir={}", folder.join("programs").display())),
        )?;
    }
    Ok(Done::Worked)
}

/// What the measurement prints. What it says meanwhile goes to the terminal.
fn measure(workspace: &Workspace, wanted: &str) -> Result<String> {
    let folder = folder(workspace);
    let input = folder.join("wanted.json");
    write(&input, wanted)?;
    let script = folder.join("measure.mjs");
    let output = Command::new(npm_program(workspace, "node"))
        .arg(&script)
        .stdin(File::open(&input).map_err(Error::file("cannot read", &input))?)
        .stderr(Stdio::inherit())
        .output()
        .map_err(Error::file("cannot run", &script))?;
    if !output.status.success() {
        let detail = format!("ended with {}", output.status);
        return Err(Error::Answer { what: script.display().to_string(), detail });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A line for each figure, a column for each thing on the page: the median, and how many times the widget's it is.
fn table(names: &BTreeMap<String, Vec<Visit>>) -> String {
    const COLUMNS: [&str; 9] = ["nothing", "widget", "there", "far", "frame", "bare", "plain", "preact", "survey"];
    type Figure = (&'static str, fn(&Visit) -> f64, usize);
    const FIGURES: [Figure; 12] = [
        ("first question can be answered, ms", |visit| visit.answerable, 0),
        ("the same on a second visit, ms", |visit| visit.again_answerable, 0),
        ("transfer, KB", |visit| visit.bytes / 1e3, 1),
        ("transfer on a second visit, KB", |visit| visit.again_bytes / 1e3, 1),
        ("requests", |visit| visit.requests, 0),
        ("of these to others", |visit| visit.elsewhere, 0),
        ("page blocked, ms", |visit| visit.blocking_page, 0),
        ("page and frames blocked, ms", |visit| visit.blocking_all, 0),
        ("script, ms", |visit| visit.script, 0),
        ("memory of scripts, MB", |visit| visit.memory / 1e6, 1),
        ("layout shift", |visit| visit.moved, 4),
        ("largest paint of the page, ms", |visit| visit.largest, 0),
    ];
    let middle = |name: &str, figure: fn(&Visit) -> f64| {
        names.get(name).map_or(0.0, |visits| Latency::of(visits.iter().map(figure).collect()).p50)
    };
    let line = |title: &str, cells: [String; COLUMNS.len()]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>20}")).collect();
        format!("{title:<40}{}\n", cells.concat())
    };
    let mut table = line("", COLUMNS.map(str::to_owned));
    for (title, figure, digits) in FIGURES {
        let (ours, there) = (middle("widget", figure), middle("there", figure));
        table += &line(
            title,
            COLUMNS.map(|name| match middle(name, figure) {
                value if name == "widget" || value <= 0.0 || ours <= 0.0 => format!("{value:.digits$}"),
                value => format!("{value:.digits$} ({:.2} {:.2})", ours / value, there / value),
            }),
        );
    }
    table + "\nIn brackets: the widget's figure as a multiple of this one, and with its frame there already.\n"
}
