//! The configuration of plain workerd. Mail has a network of its own: it may reach private addresses, because the mail
//! server is the operator's choice. So have webhooks to addresses that the operator has listed; nothing else may.
//!
//! Secrets are not in it: it names variables of the environment.

use std::{fmt::Write as _, path::Path};

/// The platform's behaviour is that of this day; the same in wrangler.toml.
pub const COMPATIBILITY_DATE: &str = "2026-11-01";

/// What one server consists of. Paths of modules are relative to the configuration file.
pub struct Config<'a> {
    pub address: &'a str,
    pub worker: &'a str,
    /// Folder of files, absolute.
    pub public: &'a Path,
    /// Folder of the objects' databases, absolute.
    pub objects: &'a Path,
    /// Names of variables that become bindings.
    pub bindings: Vec<&'a str>,
    /// Certificates, as PEM, that the mail server may be known by beside the public ones.
    pub mail_authorities: &'a [String],
    pub demo_host: Option<DemoHost<'a>>,
}

/// The municipal site that embeds the widget.
pub struct DemoHost<'a> {
    pub address: &'a str,
    /// Where its files are, relative to the configuration file.
    pub folder: &'a str,
    /// What webmasters are told, relative to the configuration file: one page does what it says, to the letter.
    pub manual: &'a str,
    pub widget_origin: &'a str,
    pub municipality: &'a str,
}

/// Class, binding, and the key that the databases' folder is named by. Never change a key: the data would
/// seem gone.
const OBJECTS: [(&str, &str, &str); 3] = [
    ("Directory", "DIRECTORY", "buurtstem-directory"),
    ("Municipality", "MUNICIPALITY", "buurtstem-municipality"),
    ("BallotBox", "BALLOT_BOX", "buurtstem-ballot-box"),
];

impl Config<'_> {
    /// The text of the configuration file.
    pub fn text(&self) -> String {
        let mut namespaces = String::new();
        let mut bindings = String::from(
            "(name = \"ASSETS\", service = \"assets\"),\n    (name = \"MAIL_NETWORK\", service = \"mail\"),\n    \
             (name = \"WEBHOOK_NETWORK\", service = \"webhooks\"),\n",
        );
        for (class, binding, key) in OBJECTS {
            // Writing into a string cannot fail.
            let _ = writeln!(namespaces, "    (className = \"{class}\", uniqueKey = \"{key}\", enableSql = true),");
            let _ = writeln!(bindings, "    (name = \"{binding}\", durableObjectNamespace = \"{class}\"),");
        }
        for name in &self.bindings {
            let name = quoted(name);
            let _ = writeln!(bindings, "    (name = {name}, fromEnvironment = {name}),");
        }
        let (host_service, host_socket, host_worker) = self.demo_host.as_ref().map(DemoHost::parts).unwrap_or_default();
        format!(
            "using Workerd = import \"/workerd/workerd.capnp\";

const config :Workerd.Config = (
  services = [
    (name = \"main\", worker = .main),
    (name = \"assets\", disk = (path = {public}, writable = false)),
    (name = \"objects\", disk = (path = {objects}, writable = true)),
    (name = \"internet\", network = (allow = [\"public\"], tlsOptions = (trustBrowserCas = true))),
    (name = \"mail\", network = (allow = [\"public\", \"private\"],
      tlsOptions = (trustBrowserCas = true, trustedCertificates = [{authorities}]))),
    (name = \"webhooks\", network = (allow = [\"public\", \"private\"], tlsOptions = (trustBrowserCas = true))),
    {host_service}
  ],
  sockets = [
    (name = \"http\", address = {address}, http = (), service = \"main\"),
    {host_socket}
  ],
);

const main :Workerd.Worker = (
  modules = [
    (name = \"index.js\", esModule = embed {script}),
    (name = \"program_bg.wasm\", wasm = embed {module}),
  ],
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  durableObjectNamespaces = [
{namespaces}  ],
  durableObjectStorage = (localDisk = \"objects\"),
  globalOutbound = \"internet\",
  bindings = [
    {bindings}  ],
);
{host_worker}",
            public = quoted(&self.public.display().to_string()),
            objects = quoted(&self.objects.display().to_string()),
            address = quoted(self.address),
            authorities = self.mail_authorities.iter().map(|pem| quoted(pem)).collect::<Vec<_>>().join(", "),
            script = quoted(&format!("{}/index.js", self.worker)),
            module = quoted(&format!("{}/program_bg.wasm", self.worker)),
        )
    }
}

impl DemoHost<'_> {
    fn parts(&self) -> (String, String, String) {
        (
            "(name = \"demo-host\", worker = .demoHost),".to_owned(),
            format!("(name = \"demo-host\", address = {}, http = (), service = \"demo-host\"),", quoted(self.address)),
            format!(
                "
const demoHost :Workerd.Worker = (
  modules = [
    (name = \"host.js\", esModule = embed {}),
    (name = \"page.html\", text = embed {}),
    (name = \"style.css\", text = embed {}),
    (name = \"shapes.js\", esModule = embed {}),
    (name = \"embedding.md\", text = embed {}),
  ],
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  bindings = [
    (name = \"WIDGET_ORIGIN\", text = {}),
    (name = \"MUNICIPALITY\", text = {}),
  ],
);
",
                quoted(&format!("{}/host.js", self.folder)),
                quoted(&format!("{}/page.html", self.folder)),
                quoted(&format!("{}/style.css", self.folder)),
                quoted(&format!("{}/shapes.js", self.folder)),
                quoted(self.manual),
                quoted(self.widget_origin),
                quoted(self.municipality),
            ),
        )
    }
}

/// A text in the language of the configuration file.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
