//! The commands of the workspace: `cargo xtask <command>`.

use std::{error::Error as _, path::PathBuf, process::ExitCode};

use xtask::{
    Error, Result,
    build::{self, Kind},
    progress::Progress,
    serve::{self, Choices},
    workspace::Workspace,
};

const HELP: &str = "\
cargo xtask serve [--port N] [--data DIR]   build what changed, start a server with a demo municipality
cargo xtask build                           only build, for serving and for Cloudflare
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut text = format!("\n{error}\n");
            let mut source = error.source();
            while let Some(cause) = source {
                text.push_str("  because ");
                text.push_str(&cause.to_string());
                text.push('\n');
                source = cause.source();
            }
            Progress::new().say(&text);
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
        Some("help" | "--help" | "-h") | None => {
            Progress::new().say(HELP);
            Ok(())
        }
        Some(other) => Err(Error::Usage(format!("unknown command {other:?}\n\n{HELP}"))),
    }
}

fn choices<'a>(workspace: &Workspace, mut arguments: impl Iterator<Item = &'a str>) -> Result<Choices> {
    let mut choices = Choices { port: 8787, data: workspace.path(".buurtstem") };
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
            "--data" => choices.data = PathBuf::from(value()?),
            other => return Err(Error::Usage(format!("unknown option {other:?}\n\n{HELP}"))),
        }
    }
    Ok(choices)
}
