//! One tab: where it is, its frames, its keyboard, its size.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::{Value, json};
use xtask::workspace::Workspace;

use super::{devtools::DevTools, view::View, wait, window::Place};

/// A tab of a browser. It closes when this is dropped.
#[derive(Debug)]
pub struct Tab {
    pub(super) devtools: Arc<DevTools>,
    target: String,
    /// The session of the page itself; frames from other sites have their own.
    pub(super) page: String,
    /// Sessions that have been told what this tab wants.
    prepared: Mutex<Vec<String>>,
    scheme: Mutex<Scheme>,
}

/// A page or a frame from another site, as the browser's protocol sees it.
#[derive(Debug, Clone)]
pub(super) struct Session {
    pub id: String,
    /// For a frame its own id as well.
    pub target: String,
}

/// A key that a person presses by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Tab,
    BackTab,
    Enter,
    Space,
    Down,
    Up,
    Home,
    Delete,
}

/// What the person prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// The bit that says a modifier key is held, as the protocol numbers them.
const SHIFT: u8 = 8;
const CONTROL: u8 = 2;

/// Where pictures go, when somebody asks for them.
pub fn pictures_folder() -> Option<PathBuf> {
    std::env::var_os("BUURTSTEM_PICTURES").map(PathBuf::from)
}

impl Tab {
    pub(super) fn open(devtools: Arc<DevTools>) -> Self {
        // In a window of its own: a tab behind another draws nothing, and has no accessibility tree to ask.
        let wanted = json!({ "url": "about:blank", "newWindow": true });
        let made = devtools.ask("", "Target.createTarget", wanted).expect("a new tab");
        Self::at(devtools, made["targetId"].as_str().unwrap_or_default().to_owned())
    }

    /// A tab that is there.
    pub(super) fn at(devtools: Arc<DevTools>, target: String) -> Self {
        let attached = devtools
            .ask("", "Target.attachToTarget", json!({ "targetId": target, "flatten": true }))
            .expect("the new tab");
        let page = attached["sessionId"].as_str().unwrap_or_default().to_owned();
        let tab = Self { devtools, target, page, prepared: Mutex::default(), scheme: Mutex::new(Scheme::Light) };
        tab.sessions();
        tab
    }

    /// Goes to an address.
    ///
    /// # Panics
    /// When nobody answers there.
    #[track_caller]
    pub fn go(&self, address: &str) {
        let answer = self.ask("Page.navigate", json!({ "url": address }));
        if let Some(error) = answer.get("errorText") {
            panic!("{address} cannot be opened: {error}");
        }
    }

    /// The browser's back button.
    #[track_caller]
    pub fn back(&self) {
        let history = self.ask("Page.getNavigationHistory", Value::Null);
        let before = history["currentIndex"].as_u64().and_then(|current| current.checked_sub(1));
        let entry = before
            .and_then(|index| history["entries"].get(usize::try_from(index).ok()?))
            .unwrap_or_else(|| panic!("there is nothing to go back to"));
        self.ask("Page.navigateToHistoryEntry", json!({ "entryId": entry["id"] }));
    }

    /// The browser's reload button.
    pub fn reload(&self) {
        self.ask("Page.reload", json!({}));
    }

    /// The address in the address bar.
    pub fn address(&self) -> String {
        let history = self.ask("Page.getNavigationHistory", Value::Null);
        let current = history["currentIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).unwrap_or(0);
        history["entries"][current]["url"].as_str().unwrap_or_default().to_owned()
    }

    /// The page itself.
    pub fn page(&self) -> View<'_> {
        View::new(self, Place::Page)
    }

    /// The first frame from another site on the page: the widget.
    pub fn widget(&self) -> View<'_> {
        View::new(self, Place::Frame(0))
    }

    /// The frame from another site at this place, counted from 0, when it is there.
    pub fn frame(&self, place: usize) -> Result<View<'_>, String> {
        self.frame_session(place).map(|_| View::new(self, Place::Frame(place)))
    }

    /// The names of all cookies that this browser keeps, of whichever site.
    pub fn cookies(&self) -> Vec<String> {
        let kept = self.ask("Storage.getCookies", json!({}));
        let cookies = kept["cookies"].as_array().cloned().unwrap_or_default();
        cookies.iter().map(|cookie| cookie["name"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Makes the window this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", size);
    }

    /// What the person prefers from now on, in every frame.
    pub fn prefer(&self, scheme: Scheme) {
        *self.scheme.lock().unwrap_or_else(PoisonError::into_inner) = scheme;
        for session in self.sessions() {
            self.tell_preferences(&session.id);
        }
    }

    /// Presses a key, wherever the focus is.
    pub fn press(&self, key: Key) {
        let (name, code, number, text, modifiers) = match key {
            Key::Tab => ("Tab", "Tab", 9, "", 0),
            Key::BackTab => ("Tab", "Tab", 9, "", SHIFT),
            Key::Enter => ("Enter", "Enter", 13, "\r", 0),
            Key::Space => (" ", "Space", 32, " ", 0),
            Key::Down => ("ArrowDown", "ArrowDown", 40, "", 0),
            Key::Up => ("ArrowUp", "ArrowUp", 38, "", 0),
            Key::Home => ("Home", "Home", 36, "", 0),
            Key::Delete => ("Delete", "Delete", 46, "", 0),
        };
        self.stroke(&json!({
            "key": name, "code": code, "windowsVirtualKeyCode": number, "text": text, "modifiers": modifiers,
        }));
    }

    /// Types one digit as a key; fields for a date take nothing else.
    pub(super) fn press_digit(&self, digit: char) {
        let number = u32::from(digit);
        self.stroke(&json!({
            "key": digit.to_string(), "code": format!("Digit{digit}"), "windowsVirtualKeyCode": number,
            "text": digit.to_string(),
        }));
    }

    /// Selects everything in the field that has the focus.
    pub(super) fn select_all(&self) {
        self.stroke(&json!({
            "key": "a", "code": "KeyA", "windowsVirtualKeyCode": 65, "modifiers": CONTROL, "commands": ["selectAll"],
        }));
    }

    fn stroke(&self, key: &Value) {
        let types = key["text"].as_str().is_some_and(|text| !text.is_empty());
        for kind in [if types { "keyDown" } else { "rawKeyDown" }, "keyUp"] {
            let mut event = key.clone();
            event["type"] = kind.into();
            if kind == "keyUp" {
                event["text"] = "".into();
            }
            self.ask("Input.dispatchKeyEvent", event);
        }
    }

    /// Types a text, wherever the focus is.
    pub fn type_text(&self, text: &str) {
        self.ask("Input.insertText", json!({ "text": text }));
    }

    /// How many requests of this method went to an address that contains `part`.
    pub fn requests(&self, method: &str, part: &str) -> usize {
        let sessions = self.sessions();
        let sent = self.devtools.events(|event| {
            event.method == "Network.requestWillBeSent"
                && sessions.iter().any(|session| session.id == event.session)
                && event.params["request"]["method"] == method
                && event.params["request"]["url"].as_str().is_some_and(|url| url.contains(part))
        });
        sent.len()
    }

    /// What the browser complains about: errors in scripts, and what a page's policy refused.
    pub fn complaints(&self) -> Vec<String> {
        let sessions = self.sessions();
        let ours = |session: &str| sessions.iter().any(|known| known.id == session);
        let told = self.devtools.events(|event| {
            ours(&event.session)
                && match event.method.as_str() {
                    "Runtime.exceptionThrown" => true,
                    "Log.entryAdded" => {
                        let entry = &event.params["entry"];
                        entry["level"] == "error" && entry["source"] != "network"
                    }
                    "Runtime.consoleAPICalled" => event.params["type"] == "error",
                    _ => false,
                }
        });
        told.iter().map(|event| event.params.to_string()).collect()
    }

    /// What the widget's loader says to webmasters in the console of the page, oldest first.
    pub fn advice(&self) -> Vec<String> {
        let told = self.devtools.events(|event| {
            event.method == "Runtime.consoleAPICalled"
                && event.session == self.page
                && event.params["type"] == "warning"
        });
        let words = told.iter().map(|event| event.params["args"][0]["value"].as_str().unwrap_or_default().to_owned());
        words.filter(|words| words.starts_with("buurtstem-widget:")).collect()
    }

    /// What keeps a device from putting the page among its programs; nothing when it may.
    pub fn lacks_for_installing(&self) -> Vec<String> {
        let found = self.ask("Page.getInstallabilityErrors", json!({}));
        let errors = found["installabilityErrors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["errorId"].as_str().unwrap_or("unknown").to_owned()).collect()
    }

    /// Saves what is downloaded in this folder.
    pub fn saves_in(&self, folder: &Path) {
        let wanted = json!({ "behavior": "allow", "downloadPath": folder });
        let _ = self.devtools.ask("", "Browser.setDownloadBehavior", wanted);
    }

    /// Answers what the browser asks its user once a page wants to notify them.
    pub fn may_notify(&self, origin: &str, allowed: bool) {
        let setting = if allowed { "granted" } else { "denied" };
        let wanted = json!({ "permission": { "name": "notifications" }, "setting": setting, "origin": origin });
        self.devtools.ask("", "Browser.setPermission", wanted).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Chooses a file in the field that this selector finds, as in the window that the browser opens for it.
    #[track_caller]
    pub fn chooses_file(&self, selector: &str, file: &Path) {
        let document = self.ask("DOM.getDocument", json!({ "depth": 0 }));
        let asked = json!({ "nodeId": document["root"]["nodeId"], "selector": selector });
        let field = self.ask("DOM.querySelector", asked);
        self.ask("DOM.setFileInputFiles", json!({ "nodeId": field["nodeId"], "files": [file] }));
    }

    /// Pictures of the whole page on a phone and on a desk, for whoever wants to look: only when the environment names
    /// a folder for them (`BUURTSTEM_PICTURES`).
    pub fn pictures(&self, name: &str) {
        let Some(folder) = pictures_folder() else { return };
        for (width, place) in [(360, "phone"), (1280, "desk")] {
            self.resize(width, 900);
            let height = self.page().evaluate("document.documentElement.scrollHeight").ok();
            let height = height.and_then(|height| u32::try_from(height.as_u64()?).ok()).unwrap_or(900);
            self.resize(width, height.clamp(900, 6000));
            self.picture(&folder.join(format!("{}-{place}.png", name.replace(' ', "-"))));
        }
        self.resize(1100, 900);
    }

    /// Lays the page out as it is printed, on a sheet of A4 between margins of a centimetre, until the next page.
    pub fn lays_out_on_paper(&self) {
        // 190 of the 210 millimetres, at 96 dots an inch.
        self.resize(718, 1047);
        self.ask("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    }

    /// The page as the browser prints it: a PDF file on A4.
    pub fn prints(&self) -> Vec<u8> {
        let size = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false });
        base64_bytes(self.ask("Page.printToPDF", size)["data"].as_str().unwrap_or_default())
    }

    /// Writes a picture of what is on the screen.
    pub fn picture(&self, file: &Path) {
        let taken = self.ask("Page.captureScreenshot", json!({ "format": "png" }));
        let bytes = base64_bytes(taken["data"].as_str().unwrap_or_default());
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, bytes).expect("a picture");
    }

    /// A command for the page itself.
    #[track_caller]
    pub(super) fn ask(&self, method: &str, params: Value) -> Value {
        self.devtools.ask(&self.page, method, params).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The page and every frame from another site, outermost first.
    pub(super) fn sessions(&self) -> Vec<Session> {
        let mut sessions = vec![Session { id: self.page.clone(), target: self.target.clone() }];
        let gone: Vec<String> = self
            .devtools
            .events(|event| event.method == "Target.detachedFromTarget")
            .iter()
            .filter_map(|event| Some(event.params["sessionId"].as_str()?.to_owned()))
            .collect();
        let mut next = 0;
        while let Some(session) = sessions.get(next).cloned() {
            self.prepare(&session.id);
            let inside = self.devtools.events(|event| {
                event.method == "Target.attachedToTarget"
                    && event.session == session.id
                    && event.params["targetInfo"]["type"] == "iframe"
            });
            for event in inside {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let id = text(&event.params["sessionId"]);
                if !gone.contains(&id) {
                    sessions.push(Session { id, target: text(&event.params["targetInfo"]["targetId"]) });
                }
            }
            next += 1;
        }
        sessions
    }

    /// Tells a session, once, what this tab wants of it.
    fn prepare(&self, session: &str) {
        let mut prepared = self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        if prepared.iter().any(|known| known == session) {
            return;
        }
        prepared.push(session.to_owned());
        drop(prepared);
        let wishes = [
            ("Page.enable", json!({})),
            ("Runtime.enable", json!({})),
            ("Log.enable", json!({})),
            ("Network.enable", json!({})),
            ("Target.setAutoAttach", json!({ "autoAttach": true, "waitForDebuggerOnStart": false, "flatten": true })),
        ];
        for (method, params) in wishes {
            // A frame that has just gone needs nothing any more.
            let _ = self.devtools.ask(session, method, params);
        }
        self.tell_preferences(session);
    }

    fn tell_preferences(&self, session: &str) {
        let scheme = match *self.scheme.lock().unwrap_or_else(PoisonError::into_inner) {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        // Without movement, so that nothing is judged halfway through a transition.
        let preferences = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        let _ = self.devtools.ask(session, "Emulation.setEmulatedMedia", preferences);
    }

    /// Draws the page in the colours that a person has chosen for everything, or no longer.
    pub fn force_colours(&self, forced: bool) {
        let value = if forced { "active" } else { "none" };
        let preferences = json!({ "features": [{ "name": "forced-colors", "value": value }] });
        let _ = self.devtools.ask(&self.page, "Emulation.setEmulatedMedia", preferences);
    }

    /// The session of the frame from another site at this place, when it is there.
    pub(super) fn frame_session(&self, place: usize) -> Result<Session, String> {
        self.sessions().into_iter().skip(1).nth(place).ok_or_else(|| "there is no frame from another site".to_owned())
    }

    /// Waits for a request of this method to an address that contains `part`.
    #[track_caller]
    pub fn wait_for_request(&self, method: &str, part: &str) {
        wait::until(&format!("a {method} to {part}"), || match self.requests(method, part) {
            0 => Err("none was sent".to_owned()),
            _ => Ok(()),
        });
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Ok(taken) = self.devtools.ask(&self.page, "Page.captureScreenshot", json!({ "format": "png" }))
        {
            keep_last_sight(&self.page, &taken);
        }
        let _ = self.devtools.ask("", "Target.closeTarget", json!({ "targetId": self.target }));
    }
}

/// What a failed test saw last, under target/pictures.
pub(super) fn keep_last_sight(tab: &str, taken: &Value) {
    let test = std::thread::current().name().unwrap_or("test").replace("::", ".");
    let folder = Workspace::find().target().join("pictures");
    let _ = std::fs::create_dir_all(&folder);
    let bytes = base64_bytes(taken["data"].as_str().unwrap_or_default());
    let _ = std::fs::write(folder.join(format!("{test}-{tab}.png")), bytes);
}

/// Bytes from base 64 as the browser writes it: the ordinary alphabet, padded.
fn base64_bytes(text: &str) -> Vec<u8> {
    let digit = |character: u8| match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for value in text.bytes().filter_map(digit) {
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap_or_default());
        }
    }
    bytes
}
