//! A connection that fails.

use serde_json::{Value, json};

use super::{tab::Tab, wait};

/// How the connection fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Nothing goes out.
    Everything,
    /// Nothing is cut.
    Nothing,
}

impl Tab {
    /// Cuts the connection of the page and its frames, or mends it.
    pub fn cut(&self, cut: Cut) {
        let conditions = json!({
            "offline": cut == Cut::Everything, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        for session in self.sessions() {
            // A frame that has just gone has no connection to cut.
            let _ = self.devtools.ask(&session.id, "Network.emulateNetworkConditions", conditions.clone());
        }
    }

    /// Does something that sends a request, and loses the answer after the server gave it: the case in which
    /// neither side can know what the other knows. `part` is a part of the address.
    #[track_caller]
    pub fn lose_answer(&self, part: &str, act: impl FnOnce()) {
        let sessions = self.sessions();
        let pattern = json!({ "patterns": [{ "urlPattern": format!("*{part}*"), "requestStage": "Response" }] });
        for session in &sessions {
            self.devtools.ask(&session.id, "Fetch.enable", pattern.clone()).unwrap_or_else(|error| panic!("{error}"));
        }
        act();
        let (session, request) = wait::until(&format!("an answer from {part}"), || {
            let paused = self.devtools.events(|event| {
                event.method == "Fetch.requestPaused"
                    && sessions.iter().any(|session| session.id == event.session)
                    && event.params["request"]["method"] == "POST"
            });
            let event = paused.last().ok_or_else(|| "nothing was answered".to_owned())?;
            Ok((event.session.clone(), event.params["requestId"].clone()))
        });
        let lost = json!({ "requestId": request, "errorReason": "ConnectionReset" });
        self.devtools.ask(&session, "Fetch.failRequest", lost).unwrap_or_else(|error| panic!("{error}"));
        for session in &sessions {
            let _ = self.devtools.ask(&session.id, "Fetch.disable", Value::Null);
        }
    }

    /// Keeps everything away whose address contains one of these parts.
    pub fn refuse(&self, parts: &[&str]) {
        let patterns: Vec<String> = parts.iter().map(|part| format!("*{part}*")).collect();
        self.ask("Network.setBlockedURLs", json!({ "urls": patterns }));
    }
}
