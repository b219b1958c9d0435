//! One Chromium with a profile of its own.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use serde_json::{Value, json};

use super::{devtools::DevTools, tab::Tab, wait};

/// Whether pages may run scripts. Off is the browser's own setting, as a person or an administrator sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    On,
    Off,
}

/// A running browser. It ends when this is dropped.
#[derive(Debug)]
pub struct Browser {
    process: Child,
    profile: PathBuf,
    devtools: Arc<DevTools>,
}

/// The flags of a browser without a screen that calls nobody by itself.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1100,900",
    "--remote-debugging-pipe",
    "--site-per-process",
];
/// The browser reads commands from file 3 and answers on file 4.
const AS_FILES_3_AND_4: &str = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
/// Chromium's own number for "not allowed" in its settings.
const NOT_ALLOWED: u8 = 2;

impl Browser {
    /// # Panics
    /// Without Chromium on this machine.
    pub fn start(scripts: Scripts) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("buurtstem-browser-{}-{number}", std::process::id()));
        // A folder of that name can only be left from a process that is gone.
        let _ = std::fs::remove_dir_all(&profile);
        let settings = profile.join("Default");
        std::fs::create_dir_all(&settings).expect("a folder for the browser's profile");
        let mut preferences = json!({ "intl": { "accept_languages": "nl" } });
        if scripts == Scripts::Off
            && let Some(preferences) = preferences.as_object_mut()
        {
            let setting = json!({ "default_content_setting_values": { "javascript": NOT_ALLOWED } });
            preferences.insert("profile".to_owned(), setting);
        }
        std::fs::write(settings.join("Preferences"), preferences.to_string()).expect("the browser's settings");
        let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
        let mut process = Command::new("sh")
            .args(["-c", AS_FILES_3_AND_4, "sh", &program])
            .args(FLAGS)
            // The language of the browser's own parts, which not every machine has in Dutch; pages are asked for in
            // the language of the settings above.
            .arg("--lang=en-US")
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .env("LANGUAGE", "en_US")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (commands, answers) = pipes.expect("both pipes were asked for");
        let devtools = Arc::new(DevTools::new(commands, answers));
        let browser = Self { process, profile, devtools };
        browser.devtools.ask("", "Browser.getVersion", Value::Null).unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); install Chromium, or name it in CHROMIUM")
        });
        browser
    }

    /// A new tab. Tabs of one browser share its cookies and storage, as one person's tabs do.
    pub fn tab(&self) -> Tab {
        Tab::open(Arc::clone(&self.devtools))
    }

    /// The tab that a page has opened by itself, at an address that contains `part`.
    #[track_caller]
    pub fn opened_tab(&self, part: &str) -> Tab {
        let target = wait::until(&format!("a new tab at {part}"), || {
            let targets = self.devtools.ask("", "Target.getTargets", Value::Null)?;
            let pages = targets["targetInfos"].as_array().cloned().unwrap_or_default();
            let is_it =
                |page: &&Value| page["type"] == "page" && page["url"].as_str().unwrap_or_default().contains(part);
            let target = pages.iter().find(is_it).and_then(|page| page["targetId"].as_str()).map(str::to_owned);
            target.ok_or_else(|| format!("{pages:?}"))
        });
        Tab::at(Arc::clone(&self.devtools), target)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Nothing can be done about a failure here.
        let _ = self.devtools.ask("", "Browser.close", Value::Null);
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
