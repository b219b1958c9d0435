//! A server of its own for every test: a fresh data folder, a free port, the Worker with test control.

use std::{
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use xtask::{
    Result,
    build::{self, Built, Kind},
    data_folder::DataFolder,
    instance::{Instance, Options, free_port},
    progress::Progress,
    workspace::Workspace,
};

use crate::Line;

/// A running server; dropping it stops it and removes its data.
pub struct Server {
    instance: Instance,
    data: PathBuf,
    demo_host: Option<u16>,
}

/// The municipal site beside a server.
enum Host<'a> {
    None,
    /// That of this municipality, with the widget from the server or from this origin.
    Of(&'a str, Option<String>),
}

impl Server {
    /// Starts on an empty data folder.
    pub fn start() -> Result<Self> {
        Self::start_with(&[])
    }

    /// Starts with these bindings beside or instead of the usual ones.
    pub fn start_with(bindings: &[(&str, &str)]) -> Result<Self> {
        Self::launch(bindings, Host::None, &[])
    }

    /// The same, trusting these certificates of a mail server.
    pub fn start_with_mail(bindings: &[(&str, &str)], authorities: &[String]) -> Result<Self> {
        Self::launch(bindings, Host::None, authorities)
    }

    /// Starts together with a municipal site that embeds the widget of this municipality, on another origin.
    pub fn start_with_host(municipality: &str) -> Result<Self> {
        Self::start_with_host_and(municipality, &[])
    }

    /// The same with these bindings beside or instead of the usual ones.
    pub fn start_with_host_and(municipality: &str, bindings: &[(&str, &str)]) -> Result<Self> {
        Self::launch(bindings, Host::Of(municipality, None), &[])
    }

    /// The same, where browsers reach the server by this line.
    pub fn start_with_host_over(line: &Line, municipality: &str) -> Result<Self> {
        let server = Self::launch(&[], Host::Of(municipality, Some(line.origin())), &[])?;
        line.lead_to(server.origin());
        Ok(server)
    }

    fn launch(bindings: &[(&str, &str)], host: Host<'_>, authorities: &[String]) -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let workspace = Workspace::find();
        let data = std::env::temp_dir().join(format!("buurtstem-test-{}-{number}", std::process::id()));
        let mut options = Options::new(built(&workspace)?, DataFolder::open(&data)?);
        options.bindings = bindings.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect();
        options.mail_authorities = authorities.to_vec();
        if let Host::Of(municipality, widget_origin) = host {
            options.demo_host = Some((free_port()?, municipality.to_owned()));
            options.widget_origin = widget_origin;
        }
        let host_port = options.demo_host.as_ref().map(|(port, _)| *port);
        Ok(Self { instance: Instance::start(&workspace, options)?, data, demo_host: host_port })
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> &str {
        self.instance.origin()
    }

    /// Origin of the municipal site: localhost, which is another site than 127.0.0.1.
    pub fn host_origin(&self) -> Option<String> {
        self.demo_host.map(|port| format!("http://localhost:{port}"))
    }

    /// The address of a path on our own origin.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    pub fn operator_key(&self) -> &str {
        self.instance.binding("OPERATOR_KEY").unwrap_or_default()
    }

    /// `kill -9`, then a new start on the same folder and port.
    pub fn crash_and_restart(&mut self) -> Result<()> {
        self.instance.kill()?;
        self.instance.start_again()
    }

    /// The process itself, for tests that choose their own moment to kill or start it.
    pub fn instance(&mut self) -> &mut Instance {
        &mut self.instance
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the folder is a temporary one.
        let _ = self.instance.kill();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// Builds once per test program; `cargo xtask test` has built before, so this finds everything unchanged.
fn built(workspace: &Workspace) -> Result<Built> {
    static BUILT: Mutex<Option<Built>> = Mutex::new(None);
    // Held while building: the other tests of this program wait for it. A test that panicked here left
    // nothing half done that the next build would not notice.
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(built) = built.as_ref() {
        return Ok(built.clone());
    }
    let new = build::build(workspace, Kind::TestControl, Progress::quiet())?;
    Ok(built.insert(new).clone())
}
