//! One running workerd on one data folder. The tests start many; `serve` starts one.
//!
//! ```no_run
//! # fn main() -> xtask::Result<()> {
//! use xtask::{build, data_folder::DataFolder, instance::{Instance, Options}, progress::Progress, workspace::Workspace};
//! let workspace = Workspace::find();
//! let built = build::build(&workspace, build::Kind::TestControl, Progress::quiet())?;
//! let folder = DataFolder::open(&std::env::temp_dir().join("example"))?;
//! let mut server = Instance::start(&workspace, Options::new(built, folder))?;
//! println!("{}", server.origin());
//! server.kill()?; // kill -9
//! server.start_again()?; // same folder, same port
//! # Ok(()) }
//! ```

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use crate::{
    Error, Result,
    build::Built,
    data_folder::DataFolder,
    error::Tail,
    tools::workerd,
    workerd_config::{Config, DemoHost},
    workspace::{Workspace, make_folder, write},
};

/// How to start.
#[derive(Debug)]
pub struct Options {
    pub built: Built,
    pub folder: DataFolder,
    /// `None` takes any free port.
    pub port: Option<u16>,
    /// Bindings beyond the secrets of the data folder; these win.
    pub bindings: BTreeMap<String, String>,
    /// Certificates, as PEM, that the mail server may be known by beside the public ones.
    pub mail_authorities: Vec<String>,
    /// Port of the municipal site that embeds the widget of this municipality.
    pub demo_host: Option<(u16, String)>,
    /// Where that site gets the widget, when something stands between browsers and the server.
    pub widget_origin: Option<String>,
    /// Everything the server says; one file per start otherwise.
    pub log: Option<PathBuf>,
}

impl Options {
    pub fn new(built: Built, folder: DataFolder) -> Self {
        Self {
            built,
            folder,
            port: None,
            bindings: BTreeMap::new(),
            mail_authorities: Vec::new(),
            demo_host: None,
            widget_origin: None,
            log: None,
        }
    }
}

/// A server. Dropping it stops it.
#[derive(Debug)]
pub struct Instance {
    workerd: PathBuf,
    options: Options,
    config: PathBuf,
    log: PathBuf,
    port: u16,
    origin: String,
    environment: BTreeMap<String, String>,
    child: Option<Child>,
    guard: Option<Child>,
}

/// A cold machine needs a second or two to compile the module.
const START_LIMIT: Duration = Duration::from_mins(1);
/// More than one in a row is bad luck already.
const PORT_TRIES: usize = 5;
/// workerd closes its connections within this after SIGTERM.
const STOP_LIMIT: Duration = Duration::from_secs(5);

impl Instance {
    /// Starts workerd and waits until it listens.
    pub fn start(workspace: &Workspace, options: Options) -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{number}", std::process::id());
        let mut environment = options.folder.secrets()?;
        environment.extend(options.bindings.clone());
        let log = options.log.clone().unwrap_or_else(|| workspace.logs().join(format!("workerd-{name}.log")));
        let mut instance = Self {
            workerd: workerd(workspace)?,
            config: workspace.target().join("instances").join(format!("{name}.capnp")),
            log,
            port: 0,
            origin: String::new(),
            environment,
            options,
            child: None,
            guard: None,
        };
        if let Some(port) = instance.options.port {
            instance.start_on(port)?;
            return Ok(instance);
        }
        // Between finding a free port and listening on it, another program may take it.
        for _ in 0..PORT_TRIES {
            match instance.start_on(free_port()?) {
                Err(Error::PortTaken(_)) => {}
                started => return started.map(|()| instance),
            }
        }
        Err(Error::PortTaken(instance.port))
    }

    fn start_on(&mut self, port: u16) -> Result<()> {
        self.port = port;
        self.origin = format!("http://127.0.0.1:{port}");
        // One machine, one origin for residents and officials; an operator may separate them.
        for name in ["PUBLIC_ORIGIN", "ADMIN_ORIGIN"] {
            let own = self.options.bindings.get(name).unwrap_or(&self.origin);
            self.environment.insert(name.to_owned(), own.clone());
        }
        write(&self.config, self.config_text())?;
        self.start_again()
    }

    /// Starts workerd once more on the same folder and port, after [`kill`](Self::kill) or
    /// [`stop`](Self::stop).
    pub fn start_again(&mut self) -> Result<()> {
        self.kill()?;
        if let Some(folder) = self.log.parent() {
            make_folder(folder)?;
        }
        let log = File::options()
            .create(true)
            .append(true)
            .open(&self.log)
            .map_err(Error::file("cannot write", &self.log))?;
        let said_before = log.metadata().map_or(0, |metadata| metadata.len());
        let errors = log.try_clone().map_err(Error::file("cannot write", &self.log))?;
        let mut child = Command::new(&self.workerd)
            .args(["serve", "--control-fd=1"])
            .arg(&self.config)
            .envs(&self.environment)
            // Not to read from: so that workerd holds the lock of the folder.
            .stdin(self.options.folder.share_lock()?)
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .map_err(Error::file("cannot run", &self.workerd))?;
        self.guard = guard(child.id());
        let listening = follow(&mut child, log, 1 + usize::from(self.options.demo_host.is_some()));
        self.child = Some(child);
        let start = Instant::now();
        loop {
            if listening.recv_timeout(Duration::from_millis(50)).is_ok() {
                return Ok(());
            }
            if self.exited()?.is_some() || start.elapsed() > START_LIMIT {
                self.kill()?;
                return Err(self.why_stopped(said_before));
            }
        }
    }

    /// From what the server said since this start.
    fn why_stopped(&self, said_before: u64) -> Error {
        let said = std::fs::read(&self.log).unwrap_or_default();
        let new = usize::try_from(said_before).ok().and_then(|start| said.get(start..)).unwrap_or_default();
        let said = String::from_utf8_lossy(new);
        if said.contains("Address already in use") {
            return Error::PortTaken(self.port);
        }
        Error::ServerStopped { tail: Tail::of(&said), log: self.log.clone() }
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> &str {
        &self.origin
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn log(&self) -> &PathBuf {
        &self.log
    }

    pub fn folder(&self) -> &DataFolder {
        &self.options.folder
    }

    /// A binding that the Worker was given: a secret or a setting.
    pub fn binding(&self, name: &str) -> Option<&str> {
        self.environment.get(name).map(String::as_str)
    }

    /// The process, when it runs.
    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// The status of a server that ended by itself.
    pub fn exited(&mut self) -> Result<Option<ExitStatus>> {
        match &mut self.child {
            Some(child) => child.try_wait().map_err(Error::file("cannot watch", &self.workerd)),
            None => Ok(None),
        }
    }

    /// `kill -9`, as a power cut would.
    pub fn kill(&mut self) -> Result<()> {
        // First, so that it never kills another process that got the number of this one.
        if let Some(mut guard) = self.guard.take() {
            // One that has ended already is as good.
            let _ = guard.kill().and_then(|()| guard.wait());
        }
        let Some(mut child) = self.child.take() else {
            return Ok(());
        };
        child.kill().and_then(|()| child.wait()).map(drop).map_err(Error::file("cannot stop", &self.workerd))
    }

    /// Asks the server to end, and makes it end when it takes too long.
    pub fn stop(&mut self) -> Result<()> {
        if let Some(pid) = self.pid() {
            let asked = Command::new("kill").args(["-TERM", &pid.to_string()]).status();
            let start = Instant::now();
            while asked.as_ref().is_ok_and(ExitStatus::success)
                && self.exited()?.is_none()
                && start.elapsed() < STOP_LIMIT
            {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        self.kill()
    }

    fn config_text(&self) -> String {
        let address = format!("127.0.0.1:{}", self.port);
        let host_address =
            self.options.demo_host.as_ref().map(|(port, _)| format!("127.0.0.1:{port}")).unwrap_or_default();
        // Below target/, where the configuration lies as well.
        let worker = self.options.built.worker.file_name().unwrap_or_default();
        Config {
            address: &address,
            worker: &format!("../dist/{}", worker.display()),
            public: &self.options.built.public,
            objects: &self.options.folder.objects(),
            bindings: self.environment.keys().map(String::as_str).collect(),
            mail_authorities: &self.options.mail_authorities,
            demo_host: self.options.demo_host.as_ref().map(|(_, municipality)| DemoHost {
                address: &host_address,
                folder: "../../demo/host",
                manual: "../../docs/embedding.md",
                widget_origin: self.options.widget_origin.as_ref().unwrap_or(&self.origin),
                municipality,
            }),
        }
        .text()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // Nothing can be done about a failure here.
        let _ = self.kill();
        let _ = std::fs::remove_file(&self.config);
    }
}

/// Reads from us until we are gone, however we went, and then ends the server: nobody else would.
const GUARD: &str = "read -r line; kill -9 \"$1\"";

/// A server without a guard runs as well; then `kill -9` on its starter leaves it behind.
fn guard(server: u32) -> Option<Child> {
    let mut command = Command::new("sh");
    command.args(["-c", GUARD, "sh", &server.to_string()]);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// Copies what the server says into the log, and tells when all its sockets listen.
fn follow(child: &mut Child, mut log: File, sockets: usize) -> mpsc::Receiver<()> {
    let (tell, listening) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        std::thread::spawn(move || {
            let mut open = 0;
            for line in BufReader::new(output).lines().map_while(std::result::Result::ok) {
                if line.starts_with("{\"event\":\"listen\"") {
                    open += 1;
                    if open == sockets {
                        // The starter may have given up waiting.
                        let _ = tell.send(());
                    }
                } else {
                    // A full disk must not end the server.
                    let _ = writeln!(log, "{line}");
                }
            }
        });
    }
    listening
}

/// A port that nobody listens on at this moment.
pub fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Error::file("cannot find a free port on", "127.0.0.1"))
}

/// Whether this port can be had.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
