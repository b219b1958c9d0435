//! One Firefox with a profile of its own, and its tabs.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use serde_json::{Value, json};

use super::{Scripts, bidi::Bidi, tab::keep_last_sight, wait};

/// A running Firefox. It ends when this is dropped.
#[derive(Debug)]
pub struct Firefox {
    process: Child,
    profile: PathBuf,
    bidi: Arc<Bidi>,
    /// The browser's own window, whose scripts may ask what a screen reader gets.
    own_window: String,
}

/// The browser ends when the pipe to the shell closes.
const UNTIL_THE_PIPE_CLOSES: &str = "\"$@\" </dev/null >/dev/null 2>&1 & read -r _; kill $!; wait";
/// It writes here which port it has taken.
const PORT_FILE: &str = "WebDriverBiDiServer.json";

impl Firefox {
    /// # Panics
    /// Without Firefox on this machine.
    pub fn start(scripts: Scripts) -> Self {
        Self::start_with(scripts, &[])
    }

    /// With these settings beside the usual ones.
    ///
    /// # Panics
    /// Without Firefox on this machine.
    pub fn start_with(scripts: Scripts, settings: &[(&str, Value)]) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("buurtstem-firefox-{}-{number}", std::process::id()));
        // A folder of that name can only be left from a process that is gone.
        let _ = std::fs::remove_dir_all(&profile);
        std::fs::create_dir_all(&profile).expect("a folder for the browser's profile");
        let mut preferences = format!(
            "user_pref(\"javascript.enabled\", {});\nuser_pref(\"intl.accept_languages\", \"nl\");\n\
             user_pref(\"ui.prefersReducedMotion\", 1);\n",
            scripts == Scripts::On
        );
        for (name, value) in settings {
            preferences = format!("{preferences}user_pref(\"{name}\", {value});\n");
        }
        std::fs::write(profile.join("user.js"), preferences).expect("the browser's settings");
        let program = std::env::var("FIREFOX").unwrap_or_else(|_| "firefox-esr".to_owned());
        let process = Command::new("sh")
            .args(["-c", UNTIL_THE_PIPE_CLOSES, "sh", &program, "--headless", "--no-remote"])
            .args(["--remote-debugging-port", "0", "--remote-allow-system-access", "--profile"])
            .arg(&profile)
            .env("HOME", &profile)
            .env("MOZ_HEADLESS", "1")
            .stdin(Stdio::piped())
            .spawn()
            .expect("a shell");
        let bidi = wait::until(&format!("{program} to start (install Firefox, or name it in FIREFOX)"), || {
            Bidi::connect(port(&profile)?)
        });
        let ask = |method: &str, params: Value| bidi.ask(method, &params).unwrap_or_else(|error| panic!("{error}"));
        ask("session.new", json!({ "capabilities": {} }));
        ask("session.subscribe", json!({ "events": ["log.entryAdded"] }));
        let own_window = wait::until("the browser's own window", || {
            let tree = bidi.ask("browsingContext.getTree", &json!({ "moz:scope": "chrome" }))?;
            tree["contexts"][0]["context"].as_str().map(str::to_owned).ok_or_else(|| tree.to_string())
        });
        Self { process, profile, bidi: Arc::new(bidi), own_window }
    }

    /// A new tab. What it tells of complaints and advice is what the browser told since, so there is one at a time.
    pub fn tab(&self) -> FirefoxTab {
        // In a window of its own: a tab behind another draws nothing.
        let made = self.bidi.ask("browsingContext.create", &json!({ "type": "window" })).expect("a new tab");
        FirefoxTab {
            context: made["context"].as_str().unwrap_or_default().to_owned(),
            since: self.bidi.events(0).len(),
            bidi: Arc::clone(&self.bidi),
            own_window: self.own_window.clone(),
        }
    }
}

fn port(profile: &Path) -> Result<u16, String> {
    let file = std::fs::read(profile.join(PORT_FILE)).map_err(|error| error.to_string())?;
    let told: Value = serde_json::from_slice(&file).map_err(|error| error.to_string())?;
    told["ws_port"].as_u64().and_then(|port| u16::try_from(port).ok()).ok_or_else(|| told.to_string())
}

impl Drop for Firefox {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // Nothing can be done about a failure here.
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// A tab of Firefox. It closes when this is dropped.
#[derive(Debug)]
pub struct FirefoxTab {
    pub(super) bidi: Arc<Bidi>,
    pub(super) context: String,
    pub(super) own_window: String,
    /// How many events were there before it.
    pub(super) since: usize,
}

impl FirefoxTab {
    /// A command that has to work.
    #[track_caller]
    pub(super) fn ask(&self, method: &str, params: &Value) -> Value {
        self.bidi.ask(method, params).unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Drop for FirefoxTab {
    fn drop(&mut self) {
        let here = json!({ "context": self.context });
        if std::thread::panicking()
            && let Ok(taken) = self.bidi.ask("browsingContext.captureScreenshot", &here)
        {
            keep_last_sight(&self.context, &taken);
        }
        let _ = self.bidi.ask("browsingContext.close", &here);
    }
}
