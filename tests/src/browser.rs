//! A real Chromium, driven over the W3C WebDriver protocol (<https://www.w3.org/TR/webdriver2/>).
//!
//! Elements are found as a person finds them, by role and name, and an action waits until its element is
//! there. Nothing sleeps for a fixed time.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thiserror::Error;

/// A browser that does not do what it was asked.
#[derive(Debug, Error)]
pub enum BrowserError {
    #[error("cannot start {0}: install Debian's packages chromium and chromium-driver")]
    Missing(&'static str, #[source] std::io::Error),
    #[error("the browser's driver gives no answer: {0}")]
    Silent(String),
    #[error("{command}: {message}")]
    Refused { command: String, message: String },
    #[error("not within {seconds} s: {what}\nThe page says:\n{page}")]
    Never { what: String, seconds: u64, page: String },
}

pub type Result<T> = std::result::Result<T, BrowserError>;

/// One browser with a profile of its own; dropping it ends it.
pub struct Browser {
    driver: Child,
    agent: ureq::Agent,
    session: String,
    profile: PathBuf,
}

/// An element of the page that is shown now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

/// How a browser is set up.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    pub javascript: bool,
    /// Width and height of the window in CSS pixels.
    pub size: (u32, u32),
    /// `Accept-Language` and the language of the browser's own texts.
    pub language: &'static str,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            javascript: true,
            // A common phone.
            size: (412, 915),
            language: "nl",
        }
    }
}

/// The name of an element's reference in the protocol.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// Debug builds of tests on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_secs(15);

impl Browser {
    pub fn start() -> Result<Self> {
        Self::start_with(Setup::default())
    }

    pub fn start_with(setup: Setup) -> Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("buurtstem-browser-{}-{number}", std::process::id()));
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| BrowserError::Missing("chromedriver", error))?;
        let port = driver_port(&mut driver);
        let mut browser = Self {
            driver,
            agent: ureq::Agent::config_builder().http_status_as_error(false).build().new_agent(),
            session: String::new(),
            profile,
        };
        let base = format!("http://127.0.0.1:{}", port.ok_or_else(|| BrowserError::Silent("no port".to_owned()))?);
        browser.session = format!("{base}/session");
        let made = browser.post("", &browser.capabilities(setup))?;
        let id = made.get("sessionId").and_then(Value::as_str).unwrap_or_default();
        browser.session = format!("{base}/session/{id}");
        Ok(browser)
    }

    /// The flags that let Chromium run without a screen, as root, and without talking to its maker.
    fn capabilities(&self, setup: Setup) -> Value {
        let (width, height) = setup.size;
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
        ]
        .map(str::to_owned)
        .into();
        arguments.push(format!("--window-size={width},{height}"));
        arguments.push(format!("--lang={}", setup.language));
        arguments.push(format!("--user-data-dir={}", self.profile.display()));
        // 1 allows, 2 blocks; the same switch as in the browser's settings.
        let javascript = if setup.javascript { 1 } else { 2 };
        json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": arguments,
                "prefs": {
                    "intl.accept_languages": setup.language,
                    "profile.managed_default_content_settings.javascript": javascript,
                },
            },
        } } })
    }

    pub fn open(&self, url: &str) -> Result<()> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    pub fn url(&self) -> Result<String> {
        Ok(text(&self.get("/url")?))
    }

    pub fn title(&self) -> Result<String> {
        Ok(text(&self.get("/title")?))
    }

    /// Waits for the element with this role and this accessible name (the whole of it, spaces trimmed).
    pub fn by_role(&self, role: &str, name: &str) -> Result<Element> {
        self.wait(&format!("{role} {name:?}"), || {
            for element in self.by_css(candidates(role))? {
                if self.role(&element)? == role && self.name(&element)? == name {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
    }

    /// All elements that match a selector now.
    pub fn by_css(&self, selector: &str) -> Result<Vec<Element>> {
        let found = self.post("/elements", &json!({ "using": "css selector", "value": selector }))?;
        let found = found.as_array().cloned().unwrap_or_default();
        Ok(found.iter().filter_map(element).collect())
    }

    pub fn click(&self, role: &str, name: &str) -> Result<()> {
        let Element(id) = self.by_role(role, name)?;
        self.post(&format!("/element/{id}/click"), &json!({})).map(drop)
    }

    /// Types into the field with this label, instead of what is in it.
    pub fn fill(&self, label: &str, words: &str) -> Result<()> {
        let Element(id) = self.by_role("textbox", label)?;
        self.post(&format!("/element/{id}/clear"), &json!({}))?;
        self.post(&format!("/element/{id}/value"), &json!({ "text": words })).map(drop)
    }

    /// Presses keys where the focus is; for example `"\u{e004}"` for Tab.
    pub fn press(&self, keys: &str) -> Result<()> {
        let active = element(&self.get("/element/active")?);
        let Some(Element(id)) = active else {
            return Err(BrowserError::Refused {
                command: "press".to_owned(),
                message: "nothing has the focus".to_owned(),
            });
        };
        self.post(&format!("/element/{id}/value"), &json!({ "text": keys })).map(drop)
    }

    /// Waits until the page shows these words.
    pub fn sees(&self, words: &str) -> Result<()> {
        self.wait(&format!("the words {words:?}"), || Ok(self.text()?.contains(words).then_some(())))
    }

    /// What a person can read on the page.
    pub fn text(&self) -> Result<String> {
        let Some(Element(body)) = self.by_css("body")?.into_iter().next() else {
            return Ok(String::new());
        };
        Ok(text(&self.get(&format!("/element/{body}/text"))?))
    }

    pub fn text_of(&self, Element(id): &Element) -> Result<String> {
        Ok(text(&self.get(&format!("/element/{id}/text"))?))
    }

    pub fn role(&self, Element(id): &Element) -> Result<String> {
        Ok(text(&self.get(&format!("/element/{id}/computedrole"))?))
    }

    pub fn name(&self, Element(id): &Element) -> Result<String> {
        Ok(text(&self.get(&format!("/element/{id}/computedlabel"))?).trim().to_owned())
    }

    /// Goes into the widget's frame on a host page; the frame lies in the shadow of the element.
    pub fn enter_widget(&self) -> Result<()> {
        let frame = self.wait("the widget's frame", || {
            let found = self.run(
                "return document.querySelector('buurtstem-widget')?.shadowRoot?.querySelector('iframe[src]')",
                &[],
            )?;
            Ok(element(&found))
        })?;
        self.post("/frame", &json!({ "id": { ELEMENT: frame.0 } })).map(drop)
    }

    /// Back to the host page.
    pub fn leave_frame(&self) -> Result<()> {
        self.post("/frame", &json!({ "id": null })).map(drop)
    }

    /// Runs a script in the page; `return` gives its value, a promise is waited for.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Faults and warnings of the console since the last call.
    pub fn console(&self) -> Result<Vec<String>> {
        let entries = self.post("/se/log", &json!({ "type": "browser" }))?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        Ok(entries.iter().map(|entry| text(entry.get("message").unwrap_or(&Value::Null))).collect())
    }

    /// A picture of the window as PNG, in base64.
    pub fn screenshot(&self) -> Result<String> {
        Ok(text(&self.get("/screenshot")?))
    }

    /// Repeats until there is something, or fails with what the page shows.
    pub fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        loop {
            match look() {
                Ok(Some(found)) => return Ok(found),
                // The page may change between two questions about it; then look again.
                Ok(None) | Err(BrowserError::Refused { .. }) if start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(30));
                }
                Ok(None) => {
                    return Err(BrowserError::Never {
                        what: what.to_owned(),
                        seconds: PATIENCE.as_secs(),
                        page: self.text().unwrap_or_default(),
                    });
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn get(&self, command: &str) -> Result<Value> {
        let answer = self.agent.get(format!("{}{command}", self.session)).call();
        value(command, answer)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let answer = self.agent.post(format!("{}{command}", self.session)).send_json(body);
        value(command, answer)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ends the browser; then the driver. Nothing can be done about a failure here.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill().and_then(|()| self.driver.wait());
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// The port that the driver chose, from its own words.
fn driver_port(driver: &mut Child) -> Option<u16> {
    let output = BufReader::new(driver.stdout.take()?);
    let mut lines = output.lines().map_while(std::result::Result::ok);
    let port = lines.find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // A full pipe would stop the driver.
    std::thread::spawn(move || lines.for_each(drop));
    port
}

fn value(command: &str, answer: std::result::Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    let mut answer = answer.map_err(|error| BrowserError::Silent(error.to_string()))?;
    let succeeded = answer.status().is_success();
    let mut body: Value = answer
        .body_mut()
        .with_config()
        // Screenshots of long pages.
        .limit(64 * 1024 * 1024)
        .read_json()
        .map_err(|error| BrowserError::Silent(error.to_string()))?;
    let value = body.get_mut("value").map(Value::take).unwrap_or_default();
    if succeeded {
        return Ok(value);
    }
    Err(BrowserError::Refused {
        command: command.to_owned(),
        message: text(value.get("message").unwrap_or(&Value::Null)),
    })
}

fn element(value: &Value) -> Option<Element> {
    value.get(ELEMENT).and_then(Value::as_str).map(|id| Element(id.to_owned()))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Which elements can have a role, so that the browser need not be asked about all.
fn candidates(role: &str) -> &'static str {
    match role {
        "button" => "button, input[type=submit], input[type=button], summary, [role=button]",
        "link" => "a[href], [role=link]",
        "textbox" => "input, textarea, [role=textbox]",
        "radio" => "input[type=radio], [role=radio]",
        "checkbox" => "input[type=checkbox], [role=checkbox]",
        "combobox" => "select, input, [role=combobox]",
        "heading" => "h1, h2, h3, h4, h5, h6, [role=heading]",
        _ => "*",
    }
}
