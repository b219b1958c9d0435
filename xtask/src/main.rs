//! The commands of the workspace: `cargo xtask <command>`.

use std::{path::PathBuf, process::ExitCode};

use xtask::{
    Error, Result, bench,
    build::{self, Kind},
    embed, layers,
    progress::Progress,
    serve::{self, Choices},
    size, test,
    workspace::Workspace,
};

const HELP: &str = "\
cargo xtask serve [--port N] [--data DIR] [--empty]
    Builds what changed and starts a server with a demo municipality (--empty: without).
cargo xtask test [--full]
    Checks everything: formatting, rules, lints, tests, a real server and a real browser (--full: also what takes long).
cargo xtask size [--json]
    What a resident downloads to see the widget, against the limits.
cargo xtask bench polls [--ballots N] [--json]
    100,000 ballots in one poll, with one box and with four: rate, latencies, rows written. Takes some minutes.
cargo xtask bench cases [--cases N] [--json]
    50,000 cases in one municipality: how long lists, the overview and searches take in the object, and until they arrive.
cargo xtask bench embed [--runs N] [--json]
    The widget on a page beside plain JavaScript, Preact and SurveyJS, on a slow phone. Takes a quarter of an hour.
cargo xtask embed-snippet [--origin URL] [--municipality NAME]
    The tags that a webmaster puts on a page, with the loader's hash.
cargo xtask release-loader
    Keeps this checkout's loader for the pages that pin it; every later build serves it too.
cargo xtask check-layers
    Who may know whom, and what every file owes its reader.
cargo xtask build
    Only builds, for serving and for Cloudflare.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            Progress::new().say(&format!("\n{}\n", error.with_causes()));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let workspace = Workspace::find();
    let mut arguments = arguments.iter().map(String::as_str);
    match arguments.next() {
        Some("serve") => serve::serve(&workspace, &choices(&workspace, arguments)?),
        Some("build") => build::build(&workspace, Kind::Release, Progress::new()).map(drop),
        Some("test") => test::test(&workspace, test::Choices { full: flag(arguments, "--full")? }),
        Some("size") => size::size(&workspace, flag(arguments, "--json")?),
        Some("bench") => match arguments.next() {
            Some("polls") => {
                let (ballots, json) = bench_choices(arguments, ("--ballots", 100_000, 1_000))?;
                bench::polls(&workspace, bench::Choices { ballots, json })
            }
            Some("cases") => {
                let (cases, json) = bench_choices(arguments, ("--cases", 50_000, 500))?;
                bench::cases(&workspace, bench::CaseChoices { cases, json })
            }
            Some("embed") => {
                let (runs, json) = bench_choices(arguments, ("--runs", 9, 1))?;
                bench::embed(&workspace, bench::EmbedChoices { runs, json })
            }
            _ => Err(Error::Usage(format!("bench what? There are: bench polls, bench cases, bench embed\n\n{HELP}"))),
        },
        Some("embed-snippet") => {
            let (origin, municipality) = snippet_choices(arguments)?;
            embed::snippet(&workspace, &origin, &municipality)
        }
        Some("release-loader") => embed::release(&workspace),
        Some("check-layers") => layers::check(&workspace),
        Some("help" | "--help" | "-h") | None => {
            Progress::new().say(HELP);
            Ok(())
        }
        Some(other) => Err(Error::Usage(format!("unknown command {other:?}\n\n{HELP}"))),
    }
}

/// Whether the one option that a command knows was given.
fn flag<'a>(arguments: impl Iterator<Item = &'a str>, name: &str) -> Result<bool> {
    let mut given = false;
    for argument in arguments {
        if argument != name {
            return Err(Error::Usage(format!("unknown option {argument:?}\n\n{HELP}")));
        }
        given = true;
    }
    Ok(given)
}

/// How many of what is measured (the option, the usual number, the least that says something), and whether as JSON.
fn bench_choices<'a>(
    mut arguments: impl Iterator<Item = &'a str>,
    (option, usual, least): (&str, usize, usize),
) -> Result<(usize, bool)> {
    let (mut count, mut json) = (usual, false);
    while let Some(name) = arguments.next() {
        if name == "--json" {
            json = true;
        } else if name == option {
            let text = arguments.next().unwrap_or_default();
            count = text
                .parse()
                .ok()
                .filter(|&count| count >= least)
                .ok_or_else(|| Error::Usage(format!("{option} {text:?} is too few; give at least {least}")))?;
        } else {
            return Err(Error::Usage(format!("unknown option {name:?}\n\n{HELP}")));
        }
    }
    Ok((count, json))
}

/// Origin and municipality of the snippet.
fn snippet_choices<'a>(mut arguments: impl Iterator<Item = &'a str>) -> Result<(String, String)> {
    let (mut origin, mut municipality) = ("https://buurtstem.example".to_owned(), "waterdam".to_owned());
    while let Some(name) = arguments.next() {
        let place = match name {
            "--origin" => &mut origin,
            "--municipality" => &mut municipality,
            other => return Err(Error::Usage(format!("unknown option {other:?}\n\n{HELP}"))),
        };
        let value = arguments.next().ok_or_else(|| Error::Usage(format!("{name} needs a value\n\n{HELP}")))?;
        value.clone_into(place);
    }
    Ok((origin, municipality))
}

fn choices<'a>(workspace: &Workspace, mut arguments: impl Iterator<Item = &'a str>) -> Result<Choices> {
    let mut choices = Choices { port: 8787, data: workspace.path(".buurtstem"), empty: false };
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| Error::Usage(format!("{name} needs a value\n\n{HELP}")));
        match name {
            "--port" => {
                let text = value()?;
                choices.port = text
                    .parse()
                    .ok()
                    .filter(|&port| port > 0)
                    .ok_or_else(|| Error::Usage(format!("{text:?} is no port; give a number from 1 to 65535")))?;
            }
            "--empty" => choices.empty = true,
            "--data" => choices.data = PathBuf::from(value()?),
            other => return Err(Error::Usage(format!("unknown option {other:?}\n\n{HELP}"))),
        }
    }
    Ok(choices)
}
