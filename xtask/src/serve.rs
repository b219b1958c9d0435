//! `cargo xtask serve`: builds what changed, starts the server, fills it, and says where to look.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    time::Duration,
};

use crate::{
    Error, Result,
    build::{self, Built, Kind},
    data_folder::DataFolder,
    demo::{Municipality, Operator},
    instance::{Instance, Options, free_port, is_free},
    progress::{Done, Progress},
    workspace::Workspace,
};

/// What a person can choose.
#[derive(Clone, Debug)]
pub struct Choices {
    pub port: u16,
    pub data: PathBuf,
    /// Without the demo municipality, for a server of one's own.
    pub empty: bool,
}

/// What an operator may set in the environment; see docs/operations.md.
const SETTINGS: [&str; 17] = [
    "PUBLIC_ORIGIN",
    "ADMIN_ORIGIN",
    "OPERATOR_KEY",
    "ENCRYPTION_KEY",
    "HASH_KEY",
    "PUSH_KEY",
    "PUSH_SERVICES",
    "CLIENT_ADDRESS_HEADER",
    "SMTP_HOST",
    "SMTP_PORT",
    "SMTP_SECURITY",
    "SMTP_USER",
    "SMTP_PASSWORD",
    "SMTP_TIMEOUT",
    "WEBHOOK_ORIGINS",
    "MAIL_FROM",
    "MAIL_REPLY_TO",
];
/// Names a file with the certificates, as PEM, that the mail server may be known by beside the public ones.
const MAIL_AUTHORITIES: &str = "SMTP_CA_FILE";

/// Runs until Ctrl-C or until the server ends.
pub fn serve(workspace: &Workspace, choices: &Choices) -> Result<()> {
    let progress = Progress::new();
    // Before the build: nobody wants to hear this after minutes.
    if !is_free(choices.port) {
        return Err(Error::PortTaken(choices.port));
    }
    let folder = DataFolder::open(&choices.data)?;
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        // A second Ctrl-C finds nobody waiting; that is fine.
        let _ = stop.send(());
    })
    .map_err(|error| Error::Usage(format!("cannot listen for Ctrl-C: {error}")))?;

    let built = build::build(workspace, Kind::Release, progress)?;
    let wanted = [folder.demo_host(), choices.port.checked_add(1)];
    let host_port = match wanted.into_iter().flatten().find(|&port| port != choices.port && is_free(port)) {
        Some(port) => port,
        None => free_port()?,
    };
    // Another site than 127.0.0.1 for a browser, as a municipal site is.
    let host_origin = format!("http://localhost:{host_port}");
    let demo = if choices.empty { None } else { demo_file(workspace, &host_origin)? };
    let mut options = Options::new(built.clone(), folder);
    options.port = Some(choices.port);
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    options.bindings = SETTINGS.iter().filter_map(|&name| Some((name.to_owned(), set(name)?))).collect();
    if let Some(file) = set(MAIL_AUTHORITIES) {
        let pem = crate::workspace::read(std::path::Path::new(&file))?;
        options.mail_authorities.push(String::from_utf8_lossy(&pem).into_owned());
    }
    options.demo_host = demo.as_ref().map(|demo| (host_port, demo.slug().to_owned()));
    options.log = Some(workspace.logs().join("serve.log"));
    let mut server = None;
    progress.step("the server", || {
        server = Some(Instance::start(workspace, options)?);
        Ok(Done::Worked)
    })?;
    let Some(mut server) = server else {
        return Ok(());
    };
    if let Err(error) = check_settings(&server) {
        server.stop()?;
        return Err(error);
    }
    let filled = demo
        .as_ref()
        .map(|demo| fill(&server, demo, (host_port, &host_origin), &workspace.path("demo"), progress))
        .transpose();
    match filled {
        Ok(addresses) => announce(&server, &built, addresses.as_deref().unwrap_or_default()),
        Err(error) => {
            server.stop()?;
            return Err(error);
        }
    }
    loop {
        if stopped.recv_timeout(Duration::from_millis(200)).is_ok() {
            progress.say("\n  stopping\n");
            return server.stop();
        }
        if let Some(status) = server.exited()? {
            return Err(Error::Answer {
                what: format!("the server ended by itself ({status}); its output is in"),
                detail: server.log().display().to_string(),
            });
        }
    }
}

/// Asks for a page that needs nothing but the settings: a wrong one is named in the log, and nobody looks there first.
fn check_settings(server: &Instance) -> Result<()> {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let url = format!("{}/", server.origin());
    let answer =
        agent.get(&url).call().map_err(|error| Error::Answer { what: url.clone(), detail: error.to_string() })?;
    if answer.status().is_success() {
        return Ok(());
    }
    let log = std::fs::read_to_string(server.log()).unwrap_or_default();
    let said = log.lines().rev().find(|line| SETTINGS.iter().any(|name| line.contains(name)));
    Err(Error::Answer {
        what: "the server does not work with these settings".to_owned(),
        detail: said.map_or_else(|| format!("see {}", server.log().display()), |line| line.trim().to_owned()),
    })
}

fn demo_file(workspace: &Workspace, host_origin: &str) -> Result<Option<Municipality>> {
    let path = workspace.path("demo/municipality.json");
    path.exists().then(|| Municipality::read(&path, host_origin)).transpose()
}

/// Loads the demo municipality when the server has none or knows another site, and returns the addresses to open.
fn fill(
    server: &Instance,
    demo: &Municipality,
    (host_port, host_origin): (u16, &str),
    folder: &Path,
    progress: Progress,
) -> Result<Vec<(String, String)>> {
    let key = server.binding("OPERATOR_KEY").unwrap_or_default();
    let operator = Operator::new(server.origin(), key);
    progress.step("the demo municipality", || {
        if operator.is_loaded(demo.slug())? && server.folder().demo_host() == Some(host_port) {
            return Ok(Done::Unchanged);
        }
        // Again as well when the municipal site had to move to another port, which is another site.
        operator.load(demo)?;
        operator.load_around(demo, folder)?;
        server.folder().keep_demo_host(host_port)?;
        Ok(Done::Worked)
    })?;
    let mut addresses = vec![
        ("municipal site with the widget".to_owned(), format!("{host_origin}/")),
        ("the same on a page of its own".to_owned(), format!("{}/{}", server.origin(), demo.slug())),
    ];
    for link in operator.sign_in_links(demo)? {
        let origin = server.binding("ADMIN_ORIGIN").unwrap_or(server.origin());
        addresses
            .push((format!("admin view as {} ({}), once", link.name, link.role), format!("{origin}{}", link.path)));
    }
    Ok(addresses)
}

#[expect(clippy::print_stdout, reason = "this is the result of the command")]
fn announce(server: &Instance, built: &Built, addresses: &[(String, String)]) {
    println!("\nBuurtstem runs on {}\n", server.origin());
    for (what, address) in addresses {
        println!("  {what}\n    {address}");
    }
    println!("\n  data     {}", server.folder().path().display());
    println!("  log      {}", server.log().display());
    println!("  loader   {} {}", built.manifest.loader.path, built.manifest.loader.integrity);
    println!("\nCtrl-C stops it.");
}
